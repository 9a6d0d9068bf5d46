import type { ScoreScale } from '../../scoreScale';
import type { ColumnPlan } from '../columns';
import {
  hasNames,
  ignored,
  type Layout,
  personal,
  personId,
  question,
  responseId,
  rolesByName,
  segment,
  verbatim,
} from './layout';

const seconds = { kind: 'time', form: 'unixSeconds' } as const;

const roleByName = rolesByName({
  id: responseId,
  person: personId,
  'person.id': personId,
  'person.name': personal('name'),
  'person.email': personal('email'),
  'person.phone_number': personal('phone'),
  survey_type: ignored,
  score: question,
  comment: verbatim,
  permalink: ignored,
  created_at: seconds,
  updated_at: ignored,
  tags: segment,
});

/** What Delighted's kinds of surveys ask for. */
const scales: Readonly<Record<string, ScoreScale>> = {
  nps: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' },
  csat: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
  stars: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
  smileys: { metric: 'csat', min: 1, max: 5, direction: 'highIsGood' },
  thumbs: { metric: 'csat', min: 0, max: 1, direction: 'highIsGood' },
};

/** The score of a file by the kinds of surveys in it. Several kinds cannot be told apart by one role: that is for a person to see. */
function settleScore(column: ColumnPlan, kinds: readonly string[]): ColumnPlan {
  const known = kinds
    .map((kind) => (Object.hasOwn(scales, kind) ? scales[kind] : undefined))
    .find((scale) => scale !== undefined);
  if (kinds.length === 1 && known) return { ...column, role: { kind: 'score', scale: known, labels: {} }, doubts: [] };
  if (kinds.length === 1 && kinds[0] === 'ces') {
    const max = column.role.kind === 'score' && column.role.scale.max > 5 ? 7 : 5;
    const scale = { metric: 'ces', min: 1, max, direction: 'highIsGood' } as const;
    return { ...column, role: { kind: 'score', scale, labels: {} }, doubts: ['score.directionUnclear', 'score.scaleUnclear'] };
  }
  if (kinds.length < 2) return column;
  return {
    ...column,
    role: known ? { kind: 'score', scale: known, labels: {} } : column.role,
    doubts: ['score.severalSurveys'],
  };
}

/** Delighted: survey responses as its API gives them (JSON). What was asked stands in `survey_type`. */
export const delighted: Layout = {
  recognise: ([names]) => (hasNames(names, ['id', 'survey_type', 'score', 'created_at']) ? 0 : null),
  findTimeZone: () => 'UTC',
  roleOf: (column) => (/^notes|^person\.(created_at|last_)/.test(column.name) ? ignored : roleByName(column)),
  settle: (columns, profileOf) => {
    const kinds = profileOf('survey_type')?.values ?? [];
    return columns.map((column) => (column.name === 'score' ? settleScore(column, kinds) : column));
  },
};
