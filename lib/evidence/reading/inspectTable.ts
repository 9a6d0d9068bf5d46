import { profileColumn } from './columnProfile';
import type { ColumnPlan, Doubt } from './columns';
import type { FileRow } from './fileRow';
import { fileShape } from './fileShape';
import { findHeaders } from './headers/findHeaders';
import { filledWidth, readHeaders } from './headers/readHeaders';
import type { InspectedForm } from './inspectForm';
import type { InspectedFile, InspectionChoices } from './inspection';
import { type LayoutName, layoutOf } from './layouts/knownLayouts';
import { leftOutTest } from './leftOut';
import type { OpenTable } from './openTable';
import { type ReadingPlan, readingPlanSchema } from './readingPlan';
import { type ReadingProblem, Refusal, type RemarkKey } from './readingProblem';
import { suggestColumns } from './suggest/suggestColumns';
import { missingTest, usualMissing } from './values/missing';
import { guessDecimalSign } from './values/parseNumber';

/** What a preview shows at most: rows, characters of a cell, and characters of all of them. */
const mostShown = { rows: 50, cell: 500, all: 500_000 } as const;

/** Makes a plan from the first rows of a file. */
export function inspectTable(
  inspected: InspectedForm,
  firstRows: readonly FileRow[],
  table: OpenTable,
  choices: InspectionChoices,
): InspectedFile {
  const rows = firstRows.filter(({ problem }) => problem === undefined);
  if (rows.length === 0) throw new Refusal(table.columns ? 'json.noRecords' : 'file.empty');
  const found = splitHeaders(inspected, rows, table, choices);
  const { layout, skippedRows, headerRows, headerCells, headers, body } = found;
  const cells = body.map((row) => row.cells);
  const missing = choices.missing ?? usualMissing;
  const decimal = choices.decimal ?? guessDecimalSign(cells.flat());
  const knownZone = choices.timeZone ?? (layout === null ? null : (layoutOf(layout).findTimeZone?.(headerCells) ?? null));
  const isMissing = missingTest(missing);
  const suggested = suggestColumns(
    headers.map((header, index) => ({ ...header, profile: profileColumn(cells, index, isMissing) })),
    layout && layoutOf(layout),
    { decimal, prefersMonth: prefersMonth(layout, cells) },
  );
  const columns = knownZone === null ? suggested : suggested.map((column) => without(column, 'dates.zoneAssumed'));
  const plan = readingPlanSchema.parse({
    version: 1,
    form: inspected.form,
    layout,
    skippedRows,
    headerRows,
    decimal,
    missing,
    timeZone: knownZone ?? choices.likelyTimeZone ?? 'UTC',
    leavesOut: (layout && layoutOf(layout).leavesOut?.(headers)) ?? [],
    columns,
  });
  return {
    kind: 'readable',
    plan,
    shape: fileShape(plan),
    remarks: [
      ...inspected.remarks,
      ...table.remarks(),
      ...found.remarks,
      ...remarksOf(columns, plan.timeZone),
      ...leftOutRemarks(plan, cells),
    ],
    preview: { headers: headerCells.map(showCells), rows: showRows(body) },
    sheets: inspected.sheets,
  };
}

/** Tells the header rows from the rows below, and reads the names of the columns. */
function splitHeaders(inspected: InspectedForm, rows: readonly FileRow[], table: OpenTable, choices: InspectionChoices) {
  if (table.columns) {
    const names = [...table.columns.keys()];
    const { layout } = findHeaders([names], 0, choices);
    const headers = [...table.columns].map(([name, label]) => ({ name, label }));
    return { layout, skippedRows: 0, headerRows: 0, headerCells: [], headers, remarks: [], body: rows };
  }
  const cells = rows.map((row) => row.cells);
  const { layout, skippedRows, headerRows } = findHeaders(cells, inspected.declared ? 1 : 0, choices);
  const headerCells = cells.slice(skippedRows, skippedRows + headerRows);
  const body = rows.slice(skippedRows + headerRows);
  const width = tableWidth(
    headerCells,
    body.map((row) => row.cells),
  );
  return { layout, skippedRows, headerRows, headerCells, body, ...readHeaders(headerCells, layout, width) };
}

/** How many columns a table has. A row that is wider than its headers is a mistake of that row, and makes no column. */
function tableWidth(headers: readonly (readonly string[])[], body: readonly (readonly string[])[]): number {
  const widths = body.map(filledWidth).sort((one, other) => one - other);
  if (headers.length === 0) return widths[widths.length < 20 ? widths.length - 1 : Math.floor(0.95 * widths.length)] ?? 0;
  const named = Math.max(...headers.map(({ length }) => length));
  return Math.max(...headers.map(filledWidth), Math.min(named, widths.at(-1) ?? 0));
}

/** Americans write the month first, and so does SurveyMonkey. */
function prefersMonth(layout: LayoutName | null, cells: readonly (readonly string[])[]): boolean {
  return (
    layout === 'surveyMonkey' ||
    cells.some((row) => row.some((cell) => /^\d{1,2}\/\d{1,2}\/\d{2,4}.{0,40}\d\s?[ap]\.?m\.?$/i.test(cell)))
  );
}

const without = (column: ColumnPlan, doubt: Doubt): ColumnPlan => ({
  ...column,
  doubts: column.doubts.filter((one) => one !== doubt),
});

const valuesOf = (doubt: Doubt, timeZone: string): Record<string, string> => (doubt === 'dates.zoneAssumed' ? { timeZone } : {});

const remarksOf = (columns: readonly ColumnPlan[], timeZone: string): ReadingProblem<RemarkKey>[] =>
  columns.flatMap(({ name, doubts }) => doubts.map((key) => ({ key, column: name, values: valuesOf(key, timeZone) })));

/** Says that rows are left out, where the first ones show some. */
function leftOutRemarks(plan: ReadingPlan, rows: readonly (readonly string[])[]): ReadingProblem<RemarkKey>[] {
  const findLeftOut = leftOutTest(plan);
  const found = new Set(rows.flatMap((cells) => findLeftOut(cells)?.column ?? []));
  return [...found].map((column) => ({ key: 'rows.leftOut', column, values: {} }));
}

const showCells = (cells: readonly string[]): string[] =>
  cells.map((cell) =>
    cell.length > mostShown.cell ? `${cell.slice(0, mostShown.cell - 1).replace(/[\ud800-\udbff]$/, '')}…` : cell,
  );

/** The first rows below the headers: of a table that is very wide only some, but one at least. */
function showRows(body: readonly FileRow[]): InspectedFile['preview']['rows'] {
  const rows: InspectedFile['preview']['rows'] = [];
  let length = 0;
  for (const { line, cells } of body.slice(0, mostShown.rows)) {
    if (length >= mostShown.all) break;
    const shown = showCells(cells);
    rows.push({ line, cells: shown });
    length += shown.reduce((sum, cell) => sum + cell.length, 0);
  }
  return rows;
}
