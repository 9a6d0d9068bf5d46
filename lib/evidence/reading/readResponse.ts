import type { Metric } from '../scoreScale';
import type { PersonalKind, PersonalTreatment } from './columns';
import type { VerbatimPersonalKind } from './personal/personalFinding';
import type { ReadingProblem, RefusalKey, RejectionKey, RemarkKey } from './readingProblem';
import type { ReadTime } from './time/parseTime';

/** What one row of a file says. Columns are known by the plan's names. */
export type ReadResponse = {
  kind: 'response';
  /** The row's number below the headers, from 0, and the line that it stands on. */
  row: number;
  line: number;
  /** Tells whether the row is known already: the same one in another file, or in the same file read again, has the same. */
  fingerprint: string;
  /** Of all that stands in the row: another one under the same fingerprint means that the answer was changed since. */
  contentFingerprint: string;
  responseId: string | null;
  personId: string | null;
  time: ReadTime | null;
  scores: { column: string; metric: Metric; value: number }[];
  /** `masked`: what was replaced in the text. */
  verbatims: { column: string; text: string; masked: VerbatimPersonalKind[] }[];
  touchpoint: string | null;
  channel: string | null;
  language: string | null;
  category: string | null;
  segments: { column: string; value: string }[];
  /** Personal data that the plan does not drop. */
  personal: { column: string; data: PersonalKind; treatment: Exclude<PersonalTreatment, 'drop'>; value: string }[];
};

/** A row that is not taken over, and why. */
export type RejectedRow = { kind: 'rejected'; row: number; line: number; problem: ReadingProblem<RejectionKey> };

/** A row that says, under the same identifier, what another row of the file has said already. */
export type RepeatedRow = { kind: 'repeated'; row: number; line: number };

export type RowResult = ReadResponse | RejectedRow | RepeatedRow;

/** What reading a file gives, in order. `refused` is the last one if there is one: what came before it is not all of the file. */
export type ReadItem =
  | RowResult
  | { kind: 'remark'; problem: ReadingProblem<RemarkKey> }
  | { kind: 'refused'; problem: ReadingProblem<RefusalKey> };

const sumOf = <Item>(items: readonly Item[], lengthOfItem: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + lengthOfItem(item), 0);

/** Characters that a row takes up, about: so that no more rows than are handled well are handed over or written together. */
export const lengthOf = ({ verbatims, segments, personal, scores }: ReadResponse): number =>
  300 +
  sumOf(verbatims, ({ text }) => text.length) +
  sumOf(segments, ({ column, value }) => column.length + value.length) +
  sumOf(personal, ({ value }) => value.length) +
  20 * scores.length;
