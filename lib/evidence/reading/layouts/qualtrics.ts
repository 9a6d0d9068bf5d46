import { cleanHeader } from '../headers/cleanHeader';
import type { ColumnHeader } from '../headers/nameColumns';
import { isTimeZone } from '../time/timeZone';
import {
  hasNames,
  ignored,
  type Layout,
  type LeftOut,
  personal,
  personId,
  question,
  responseId,
  rolesByName,
  segment,
  written,
} from './layout';

const isImportId = (cell: string): boolean => /^\{"ImportId":/.test(cell.replace(/\s/g, ''));

const roleByName = rolesByName({
  startdate: ignored,
  enddate: ignored,
  status: ignored,
  ipaddress: personal('ip'),
  progress: ignored,
  'duration (in seconds)': ignored,
  finished: ignored,
  recordeddate: written,
  responseid: responseId,
  recipientlastname: personal('name'),
  recipientfirstname: personal('name'),
  recipientemail: personal('email'),
  externalreference: personId,
  externaldatareference: personId,
  locationlatitude: personal('coordinates'),
  locationlongitude: personal('coordinates'),
  // How the survey was sent, which is not how the customer was in touch.
  distributionchannel: segment,
  userlanguage: { kind: 'language' },
});

/** Kinds of responses that nobody gave: previews and tests of the survey, by their numbers and in words. */
const trials = [
  ...['1', '2', '9', '17'],
  ...['survey preview', 'survey test', 'preview', 'test', 'survey preview spam', 'offline app preview', 'offline preview'],
  ...['umfragevorschau', 'umfragetest', 'vorschau'],
];
const leavesOutTrials = (columns: readonly ColumnHeader[], isStatus: (column: ColumnHeader) => boolean): LeftOut[] =>
  columns.filter(isStatus).map(({ name }) => ({ column: name, values: trials }));

/**
 * Qualtrics, as it exports now: field names, what was asked (in the account's language), and JSON with the id of each field. The names say
 * what a column is, whatever the language.
 */
export const qualtrics: Layout = {
  recognise(rows) {
    const ids = rows[2]?.filter((cell) => cell.trim() !== '') ?? [];
    return ids.length > 2 && ids.every(isImportId) ? 3 : null;
  },
  nameColumns: ([names = [], labels = []]) =>
    names.map((name, index) => ({ name: cleanHeader(name), label: cleanHeader(labels[index] ?? '') })),
  findTimeZone: ([, , ids = []]) => {
    for (const cell of ids) {
      const zone = /"timeZone"\s*:\s*"([^"]{1,60})"/.exec(cell)?.[1];
      if (zone !== undefined) return zone === 'Z' ? 'UTC' : isTimeZone(zone) ? zone : null;
    }
    return null;
  },
  leavesOut: (columns) => leavesOutTrials(columns, ({ name }) => name === 'Status'),
  roleOf: (column) =>
    // What Qualtrics reckons from an NPS answer, and from the words of a verbatim.
    /_NPS_GROUP$| - (Topics|Parent Topics|Sentiment.*)$|^SC\d+$/.test(column.name) ? ignored : roleByName(column),
};

const legacyRoleByLabel = rolesByName({
  responseid: responseId,
  responseset: ignored,
  name: personal('name'),
  externaldatareference: personId,
  email: personal('email'),
  emailaddress: personal('email'),
  recipientemail: personal('email'),
  ipaddress: personal('ip'),
  status: ignored,
  startdate: ignored,
  enddate: written,
  finished: ignored,
  locationlatitude: personal('coordinates'),
  locationlongitude: personal('coordinates'),
  locationaccuracy: ignored,
});

/** Qualtrics, as it exported until 2017: `V1 … V10, Q1` above what these are. */
export const qualtricsLegacy: Layout = {
  recognise: ([codes, names]) => (codes?.[0]?.trim() === 'V1' && hasNames(names, ['responseid', 'responseset']) ? 2 : null),
  nameColumns: ([codes = [], labels = []]) =>
    codes.map((code, index) => ({ name: cleanHeader(code), label: cleanHeader(labels[index] ?? '') })),
  leavesOut: (columns) => leavesOutTrials(columns, ({ name, label }) => /^V\d+$/.test(name) && label === 'Status'),
  roleOf: ({ name, label }) => (/^V\d+$/.test(name) ? legacyRoleByLabel({ name: label, label }) : question),
};
