import { hasNames, type Layout, responseId, rolesByName, segment, verbatim } from './layout';

const roleByName = rolesByName({
  external_id: responseId,
  // Thumbs up or down.
  question_1: {
    kind: 'score',
    scale: { metric: 'csat', min: 0, max: 1, direction: 'highIsGood' },
    labels: { yes: 1, no: 0, up: 1, down: 0, 'thumbs up': 1, 'thumbs down': 0 },
  },
  question_4: verbatim,
});

/** Touchpoints of the US General Services Administration: a thumb, what was good or bad, and words. */
export const touchpoints: Layout = {
  recognise: ([names]) =>
    hasNames(names, ['external_id', 'question_1', 'positive_effectiveness', 'negative_effectiveness']) ? 1 : null,
  roleOf: (column) => (/^(positive|negative)_\w+$/.test(column.name) ? segment : roleByName(column)),
};
