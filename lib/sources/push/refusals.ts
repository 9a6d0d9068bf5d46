import { AppError, type ErrorDetail } from '@/lib/errors';
import { type ReadingProblem, showCell } from '@/lib/evidence/reading/readingProblem';
import type { RejectedRow } from '@/lib/evidence/reading/readResponse';
import { translatorOf } from '@/lib/i18n/translator';
import { sayProblem } from '../problemSentence';

/** Columns of a delivery that are named to its sender. */
const mostNamed = 10;

/** Seconds after which a file that is being read is done with, mostly. */
const untilRead = 30;

export const notJson = (): AppError =>
  new AppError('invalid', 'The delivery is no JSON object or array.', { messageKey: 'pushNotJson' });

export const busy = (): AppError =>
  new AppError('conflict', 'A file with these rows is being read.', { messageKey: 'pushBusy', retryAfter: untilRead });

/** Nobody has said what these columns mean. */
export function noPlan({ name }: { name: string }, columns: readonly string[]): AppError {
  const named = columns.slice(0, mostNamed).map(showCell).join(', ');
  const values = { columns: columns.length > mostNamed ? `${named}, …` : named };
  return new AppError('invalid', 'No plan is about any of the columns.', {
    sentence: (locale) => translatorOf(locale, 'errors')('pushNoPlan', { ...values, source: name }),
    messageKey: 'pushNoPlan',
  });
}

/** What is wrong with each row, where it is known by row. */
export const detailsOf = (rejected: readonly RejectedRow[]): ErrorDetail[] =>
  rejected.map(({ row, problem }) => ({
    path: problem.column === undefined ? String(row) : `${row}.${problem.column}`,
    message: sayProblem(problem, 'en').sentence,
  }));

/** Nothing of a delivery can be taken over. */
export function refused(problem: ReadingProblem, rejected: readonly RejectedRow[] = []): AppError {
  return new AppError('invalid', `Nothing of the delivery is taken over: ${problem.key}.`, {
    messageKey: 'pushRefused',
    sentence: (locale) => translatorOf(locale, 'errors')('pushRefused', { reason: sayProblem(problem, locale).sentence }),
    details: detailsOf(rejected),
  });
}

/** What was wrong, as it is kept: without what stood in a cell. */
export const withoutCells = ({ key, column, values }: ReadingProblem) => ({
  key,
  ...(column === undefined ? {} : { column }),
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? '…' : value])),
});
