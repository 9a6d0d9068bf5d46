import type { FileRow } from './fileRow';
import type { FileSource } from './fileSource';
import { filledWidth, readHeaders } from './headers/readHeaders';
import { type OpenTable, openTable } from './openTable';
import { type ReadingLimits, usualLimits } from './readingLimits';
import type { ReadingPlan } from './readingPlan';
import { Refusal, showCell } from './readingProblem';
import type { ReadItem } from './readResponse';
import { RowReader } from './rowReader';

/** Columns that are in the file and not in the plan, as many as are named in the report. */
const mostUnknown = 20;

/**
 * Reads a file by its plan: answers and rejected rows in the order of the file, remarks at the end. A file that cannot be read to its end
 * gives `refused` as the last item.
 */
export async function* readFile(
  source: FileSource,
  plan: ReadingPlan,
  limits: ReadingLimits = usualLimits,
): AsyncGenerator<ReadItem, void, undefined> {
  try {
    if (!plan.columns.some(({ role }) => role.kind !== 'ignore' && role.kind !== 'personal'))
      throw new Refusal('plan.nothingChosen');
    const names = plan.columns.map(({ name }) => name);
    const table = openTable(source, plan.form, limits, names);
    const reader = new RowReader(plan, limits);
    for await (const row of bodyRows(table, plan)) yield reader.read(row, (broken) => findBrokenByte(table, broken));
    for (const problem of table.remarks()) yield { kind: 'remark', problem };
    const unknown = [...(table.columns?.keys() ?? [])].slice(names.length);
    for (const name of unknown.slice(0, mostUnknown)) {
      yield { kind: 'remark', problem: { key: 'columns.notInPlan', values: { name: showCell(name) } } };
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    yield { kind: 'refused', problem: cause.problem };
  }
}

/** The rows below the headers, once these are found to be the plan's. */
async function* bodyRows(table: OpenTable, plan: ReadingPlan): AsyncGenerator<FileRow, void, undefined> {
  const headers: string[][] = [];
  let skipped = 0;
  let awaited = table.columns ? 0 : plan.skippedRows + plan.headerRows;
  for await (const batch of table.rows) {
    for (const row of batch) {
      // Broken lines above the table are none of its rows.
      if (awaited > 0 && row.problem) continue;
      if (awaited === 0) yield row;
      else {
        if (skipped < plan.skippedRows) skipped++;
        else headers.push(row.cells);
        if (--awaited === 0) requireSameColumns(headers, plan);
      }
    }
  }
}

function requireSameColumns(headers: readonly string[][], plan: ReadingPlan): void {
  if (headers.length === 0) return;
  const width = plan.columns.length;
  const found = readHeaders(headers, plan.layout, width).headers;
  const index = plan.columns.findIndex(({ name }, place) => found[place]?.name !== name);
  const isWider = Math.max(...headers.map(filledWidth)) > width;
  if (index < 0 && !isWider) return;
  const [expected, given] =
    index < 0 ? ['', headers[0]?.[width] ?? ''] : [plan.columns[index]?.name ?? '', found[index]?.name ?? ''];
  throw new Refusal('plan.columnsChanged', { expected: showCell(expected), given: showCell(given) });
}

/** The first byte on a row's lines that was no text. U+FFFD that stands in the file itself is text, however sad. */
function findBrokenByte({ broken }: OpenTable, { line, lastLine }: FileRow): number | undefined {
  const place = broken.within(line, lastLine);
  // Beyond those that are remembered, any replaced character counts as broken.
  return place?.byte ?? (broken.overflowed ? (broken.places.at(-1)?.byte ?? 0) : undefined);
}
