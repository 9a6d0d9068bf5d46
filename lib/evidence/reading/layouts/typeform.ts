import { hasNames, ignored, type Layout, personal, responseId, rolesByName, segment, writtenInUtc } from './layout';

/** Typeform: an id, questions, hidden fields and variables, and what the tool knows of the answer, in UTC. */
export const typeform: Layout = {
  recognise: ([names]) =>
    names?.[0]?.trim() === '#' && hasNames(names, ['start date (utc)', 'submit date (utc)', 'network id']) ? 1 : null,
  findTimeZone: () => 'UTC',
  roleOf: rolesByName({
    '#': responseId,
    'response type': segment,
    'start date (utc)': ignored,
    'stage date (utc)': ignored,
    'submit date (utc)': writtenInUtc,
    // A hash of the network address.
    'network id': personal('ip'),
    tags: segment,
    ending: ignored,
    score: ignored,
  }),
};
