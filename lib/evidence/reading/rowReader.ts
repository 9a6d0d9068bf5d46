import type { ColumnPlan, Role, RoleOf } from './columns';
import { replacement } from './encoding/codePages';
import type { FileRow } from './fileRow';
import { leftOutTest } from './leftOut';
import { maskPersonalData } from './personal/findPersonalData';
import type { ReadingLimits } from './readingLimits';
import type { ReadingPlan } from './readingPlan';
import { type ReadingProblem, type RejectionKey, showCell } from './readingProblem';
import type { ReadResponse, RowResult } from './readResponse';
import { RowFingerprints } from './rowFingerprint';
import { parseTime } from './time/parseTime';
import { cleanText, cleanValue } from './values/cleanText';
import { missingTest } from './values/missing';
import { parseScore } from './values/parseScore';

/** Says whether a byte on these lines of the file was no text. */
type FindBrokenByte = (row: FileRow) => number | undefined;

type Problem = Omit<ReadingProblem<RejectionKey>, 'line'>;
type Draft = Omit<ReadResponse, 'kind' | 'row' | 'line' | 'fingerprint' | 'contentFingerprint'>;
type Outcome = { problem: Problem } | { repeated: true } | { response: Omit<ReadResponse, 'kind' | 'row' | 'line'> };

/** Turns the rows of a file into answers, by a plan. One reader belongs to one file: it remembers which rows there were. */
export class RowReader {
  readonly #plan: ReadingPlan;
  readonly #limits: ReadingLimits;
  readonly #findLeftOut: ReturnType<typeof leftOutTest>;
  readonly #isMissing: (cell: string) => boolean;
  readonly #fingerprints: RowFingerprints;
  /** Columns that are read, with their places. */
  readonly #used: readonly { column: ColumnPlan; index: number }[];
  readonly #asksForAnswers: boolean;
  #row = 0;

  constructor(plan: ReadingPlan, limits: ReadingLimits) {
    this.#plan = plan;
    this.#limits = limits;
    this.#findLeftOut = leftOutTest(plan);
    this.#isMissing = missingTest(plan.missing);
    this.#fingerprints = new RowFingerprints(plan.columns.map(({ name }) => name));
    this.#used = plan.columns.flatMap((column, index) => (isUsed(column.role) ? [{ column, index }] : []));
    this.#asksForAnswers = plan.columns.some(({ role }) => role.kind === 'score' || role.kind === 'verbatim');
  }

  read(row: FileRow, findBrokenByte: FindBrokenByte): RowResult {
    const number = this.#row++;
    const { line } = row;
    const outcome = row.problem ? { problem: row.problem } : this.#readRow(row, findBrokenByte);
    if ('problem' in outcome) return { kind: 'rejected', row: number, line, problem: { ...outcome.problem, line } };
    if ('repeated' in outcome) return { kind: 'repeated', row: number, line };
    return { kind: 'response', row: number, line, ...outcome.response };
  }

  #readRow(row: FileRow, findBrokenByte: FindBrokenByte): Outcome {
    const { columns } = this.#plan;
    const extra = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    // In JSON these are columns that came later; in a table it is a row that fell apart.
    if (extra > columns.length && this.#plan.form.kind !== 'json') {
      return { problem: { key: 'row.tooManyCells', values: { count: extra, expected: columns.length } } };
    }
    const left = this.#findLeftOut(row.cells);
    if (left) return { problem: { key: 'row.leftOut', column: left.column, values: { given: showGiven(left.cell) } } };
    const draft: Draft = emptyDraft();
    for (const { column, index } of this.#used) {
      const cell = row.cells[index] ?? '';
      if (this.#isMissing(cell)) continue;
      const byte = cell.includes(replacement) ? findBrokenByte(row) : undefined;
      const problem =
        byte === undefined ? this.#take(draft, column, cell) : ({ key: 'row.undecodable', values: { byte } } as const);
      if (problem) return { problem: { ...problem, column: column.name } };
    }
    return this.#isAnswered(draft)
      ? this.#identify(draft, row.cells)
      : { problem: { key: 'row.nothingAnswered', values: {} } as const };
  }

  #isAnswered(draft: Draft): boolean {
    // That somebody got in touch for a reason says something without a word.
    if (draft.scores.length > 0 || draft.verbatims.length > 0 || draft.category !== null) return true;
    return !this.#asksForAnswers && (draft.segments.length > 0 || draft.touchpoint !== null || draft.channel !== null);
  }

  #identify(draft: Draft, cells: readonly string[]): Outcome {
    const contentFingerprint = this.#fingerprints.contentOf(cells);
    if (draft.responseId === null) {
      const fingerprint = this.#fingerprints.ofContent(contentFingerprint);
      return { response: { ...draft, fingerprint, contentFingerprint } };
    }
    const { fingerprint, before } = this.#fingerprints.ofIdentifier(draft.responseId, contentFingerprint);
    if (before === 'same') return { repeated: true };
    if (before === 'none') return { response: { ...draft, fingerprint, contentFingerprint } };
    const column =
      this.#used.find(({ column: { role } }) => role.kind === 'identifier' && role.of === 'response')?.column.name ?? '';
    return { problem: { key: 'row.identifierTwice', column, values: {} } };
  }

  /** Takes a filled cell over into the answer, or says why that cannot be. */
  #take(draft: Draft, { name, role }: ColumnPlan, cell: string): Problem | null {
    if (role.kind === 'score') return this.#takeScore(draft, name, role, cell);
    if (role.kind === 'verbatim') return this.#takeVerbatim(draft, name, cell);
    if (role.kind === 'time') {
      draft.time = parseTime(cell, role.form, role.zone ?? this.#plan.timeZone);
      return draft.time ? null : { key: 'time.unreadable', values: { given: showGiven(cell) } };
    }
    const value = cleanValue(cell);
    if (value.length > this.#limits.maxValueLength) {
      return { key: 'text.tooLong', values: { length: value.length, max: this.#limits.maxValueLength } };
    }
    if (role.kind === 'segment') draft.segments.push({ column: name, value });
    else if (role.kind === 'identifier') draft[role.of === 'response' ? 'responseId' : 'personId'] = value;
    else if (role.kind === 'personal') {
      if (role.treatment !== 'drop') draft.personal.push({ column: name, data: role.data, treatment: role.treatment, value });
    } else if (role.kind !== 'ignore') draft[role.kind] = value;
    return null;
  }

  #takeScore(draft: Draft, column: string, role: RoleOf<'score'>, cell: string): Problem | null {
    const score = parseScore(cell, role, this.#plan.decimal);
    const { metric, min, max } = role.scale;
    if ('problem' in score) return { key: score.problem, values: { given: showGiven(cell), min, max } };
    if ('value' in score) draft.scores.push({ column, metric, value: score.value });
    return null;
  }

  #takeVerbatim(draft: Draft, column: string, cell: string): Problem | null {
    const text = cleanText(cell);
    if (text.length > this.#limits.maxVerbatimLength) {
      return { key: 'text.tooLong', values: { length: text.length, max: this.#limits.maxVerbatimLength } };
    }
    const { text: masked, findings } = this.#plan.masksVerbatims ? maskPersonalData(text) : { text, findings: [] };
    if (masked !== '') draft.verbatims.push({ column, text: masked, masked: findings.map(({ kind }) => kind) });
    return null;
  }
}

const isUsed = (role: Role): boolean => role.kind !== 'ignore' && !(role.kind === 'personal' && role.treatment === 'drop');

const longestShown = 400;

/** A cell for a report, in which nobody's address or number has to stand: half of one neither, so that it is looked for before the cell is shortened. */
const showGiven = (cell: string): string => showCell(maskPersonalData(cell.slice(0, longestShown)).text);

const emptyDraft = (): Draft => ({
  responseId: null,
  personId: null,
  time: null,
  scores: [],
  verbatims: [],
  touchpoint: null,
  channel: null,
  language: null,
  category: null,
  segments: [],
  personal: [],
});
