import { DelimitedReader } from './delimited/delimitedReader';
import { BrokenPlaces } from './encoding/brokenPlaces';
import { startDecoding } from './encoding/decodeText';
import type { FileForm } from './fileForm';
import type { FileRow } from './fileRow';
import { type FileSource, readChunks } from './fileSource';
import { JsonRows } from './json/jsonRows';
import type { ReadingLimits } from './readingLimits';
import { type ReadingProblem, Refusal, type RemarkKey } from './readingProblem';
import { type MissingResults, readSheetRows } from './spreadsheet/sheetRows';
import { openWorkbook } from './spreadsheet/workbook';

/** A file that is being read as rows. What is beside the rows is only complete when all of them were read. */
export type OpenTable = {
  rows: AsyncGenerator<FileRow[], void, undefined>;
  /** Labels of the columns by their names, for forms whose records name them; null where headers are rows. */
  columns: ReadonlyMap<string, string> | null;
  /** Bytes that were no text. */
  broken: BrokenPlaces;
  /** What was noticed while the rows were read. */
  remarks(): ReadingProblem<RemarkKey>[];
};

/** Begins to read a file as rows. `columns` are names of columns that are known already, in the order of the cells. */
export function openTable(source: FileSource, form: FileForm, limits: ReadingLimits, columns: readonly string[] = []): OpenTable {
  return form.kind === 'spreadsheet' ? openSheet(source, form.sheet, limits) : openText(source, form, limits, columns);
}

function openText(
  source: FileSource,
  form: Exclude<FileForm, { kind: 'spreadsheet' }>,
  limits: ReadingLimits,
  columns: readonly string[],
): OpenTable {
  const decoding = startDecoding(form.encoding);
  const json = form.kind === 'json' ? new JsonRows(form, limits, columns) : null;
  const delimited = form.kind === 'delimited' ? new DelimitedReader(form, limits) : null;
  const reader = json ?? delimited;
  async function* rows(): AsyncGenerator<FileRow[], void, undefined> {
    for await (const chunk of readChunks(source)) yield reader?.push(decoding.push(chunk)) ?? [];
    yield [...(reader?.push(decoding.end()) ?? []), ...(reader?.end() ?? [])];
  }
  return {
    rows: limitRows(rows(), limits),
    columns: json?.columns ?? null,
    broken: decoding.broken,
    remarks: () => countRemark('quotes.stray', delimited?.strayQuotes),
  };
}

function openSheet(source: FileSource, sheet: string, limits: ReadingLimits): OpenTable {
  const missing: MissingResults = { count: 0, line: 0 };
  async function* rows(): AsyncGenerator<FileRow[], void, undefined> {
    yield* readSheetRows(await openWorkbook(source, limits.maxInflatedBytes), sheet, limits, missing);
  }
  return {
    rows: limitRows(rows(), limits),
    columns: null,
    broken: new BrokenPlaces(),
    remarks: () => countRemark('formulas.withoutValue', missing),
  };
}

const countRemark = (key: RemarkKey, found: { count: number; line: number } | undefined): ReadingProblem<RemarkKey>[] =>
  found && found.count > 0 ? [{ key, line: found.line, values: { count: found.count } }] : [];

async function* limitRows(
  batches: AsyncGenerator<FileRow[], void, undefined>,
  { maxRows }: ReadingLimits,
): AsyncGenerator<FileRow[], void, undefined> {
  let count = 0;
  for await (const rows of batches) {
    count += rows.length;
    if (count > maxRows) throw new Refusal('file.tooManyRows', { max: maxRows });
    if (rows.length > 0) yield rows;
  }
}
