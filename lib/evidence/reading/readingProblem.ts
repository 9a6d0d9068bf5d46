/** Why a file is not read at all: keys of the `reading` messages. */
export const refusalKeys = [
  'file.empty',
  'file.notText',
  'file.oldSpreadsheet',
  'file.encrypted',
  'file.damaged',
  'file.inflatesTooFar',
  'file.noSheet',
  'file.tooManyColumns',
  'file.tooManyRows',
  'file.rowTooLong',
  'file.quotesBroken',
  'json.noRecords',
  'json.syntax',
  'json.tooDeep',
  'plan.columnsChanged',
  'plan.nothingChosen',
  'plan.sheetMissing',
] as const;

/** Why one row of a file is not taken over: keys of the `reading` messages. */
export const rejectionKeys = [
  'row.quoteNotClosed',
  'row.tooManyCells',
  'row.undecodable',
  'row.notJson',
  'row.nothingAnswered',
  'row.leftOut',
  'row.identifierTwice',
  'score.notANumber',
  'score.outside',
  'score.notWhole',
  'time.unreadable',
  'text.tooLong',
] as const;

/** What a person should know of a file before it is imported: keys of the `reading` messages. */
export const remarkKeys = [
  'encoding.mixed',
  'encoding.undecodable',
  'encoding.damagedBefore',
  'quotes.stray',
  'rows.leftOut',
  'columns.nameMissing',
  'columns.nameTwice',
  'columns.notInPlan',
  'dates.ambiguous',
  'dates.zoneAssumed',
  'score.directionUnclear',
  'score.metricUnclear',
  'score.scaleUnclear',
  'score.severalSurveys',
  'sheets.several',
  'formulas.withoutValue',
] as const;

export type RefusalKey = (typeof refusalKeys)[number];
export type RejectionKey = (typeof rejectionKeys)[number];
export type RemarkKey = (typeof remarkKeys)[number];
export type ReadingProblemKey = RefusalKey | RejectionKey | RemarkKey;

/**
 * Something to be said of a file. `line` counts from 1 (in a spreadsheet it is the row's number); `column` is the name under which the plan
 * knows the column. The key's sentence stands in the `reading` messages and takes `values`.
 */
export type ReadingProblem<Key extends ReadingProblemKey = ReadingProblemKey> = {
  key: Key;
  line?: number;
  column?: string;
  values: Record<string, string | number>;
};

/** Ends the reading of a file. What is public here catches it and gives the problem back as a value. */
export class Refusal extends Error {
  readonly problem: ReadingProblem<RefusalKey>;

  constructor(key: RefusalKey, values: Record<string, string | number> = {}, line?: number) {
    super(key);
    this.name = 'Refusal';
    this.problem = { key, ...(line === undefined ? {} : { line }), values };
  }
}

const longest = 80;

/** A cell as a sentence can show it: on one line, shortened, never in the middle of a character. */
export function showCell(cell: string): string {
  const line = cell
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
