import { cleanHeader } from '../headers/cleanHeader';
import { combineHeaderRows } from '../headers/nameColumns';
import { ignored, type Layout, personal, type Rows, responseId, rolesByName, written } from './layout';

/** The second row of a column that asks for one answer; other columns have the choice's text there. */
const plainParts = /^(response|open-ended response|antwort|beantwortung mit offenem ende|offene antwort)$/i;

const hasSecondRow = ([first = [], second = []]: Rows): boolean =>
  second.some((cell) => plainParts.test(cell.trim())) ||
  (second.some((cell) => cell.trim() !== '') &&
    (second[0] ?? '').trim() === '' &&
    first.some((cell, index) => index > 0 && cell.trim() === ''));

const roleByName = rolesByName({
  'respondent id': responseId,
  respondentid: responseId,
  'collector id': ignored,
  collectorid: ignored,
  'start date': ignored,
  startdate: ignored,
  'end date': written,
  enddate: written,
  'date created': written,
  'date modified': ignored,
  'ip address': personal('ip'),
  'email address': personal('email'),
  'first name': personal('name'),
  'last name': personal('name'),
});

/** SurveyMonkey: questions above their choices, or above `Response`; exports that were trimmed may have the questions only. */
export const surveyMonkey: Layout = {
  recognise: (rows) => (/^respondent ?id$/i.test(rows[0]?.[0]?.trim() ?? '') ? (hasSecondRow(rows) ? 2 : 1) : null),
  nameColumns: ([questions = [], parts = []]) =>
    combineHeaderRows([questions, parts.map((part) => (plainParts.test(cleanHeader(part)) ? '' : part))]),
  roleOf: roleByName,
};
