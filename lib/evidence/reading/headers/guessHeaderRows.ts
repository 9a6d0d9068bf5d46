import { parseCalendarTime } from '../time/calendarTime';
import { missingTest, usualMissing } from '../values/missing';
import { parseNumber } from '../values/parseNumber';

/** How many rows stand before the headers, and how many are headers. */
export type HeaderRows = { skippedRows: number; headerRows: number };

const mostSkipped = 10;
const isMissing = missingTest(usualMissing);

/** Guesses where the headers of a table without a known layout are, from its first rows. */
export function guessHeaderRows(rows: readonly (readonly string[])[]): HeaderRows {
  const skippedRows = countTitleRows(rows);
  const first = rows[skippedRows] ?? [];
  return { skippedRows, headerRows: looksLikeData(first) ? 0 : 1 };
}

const filledCells = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** Rows above the table, such as a report's title and date: they have a cell or two where the rows below have many. */
function countTitleRows(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(filledCells).sort((one, other) => one - other);
  const usual = widths[Math.floor(0.75 * widths.length)] ?? 0;
  if (usual < 3) return 0;
  const first = rows.slice(0, mostSkipped + 1).findIndex((row) => filledCells(row) > usual / 2);
  return Math.max(0, first);
}

/** Headers are words. A row with dates or addresses, or with numbers in half of its cells, is data already. */
function looksLikeData(row: readonly string[]): boolean {
  const cells = row.filter((cell) => !isMissing(cell)).map((cell) => cell.trim().slice(0, 500));
  if (cells.some((cell) => /^\S+@\S+\.\S+$/.test(cell) || parseCalendarTime(cell, 'dmy') || parseCalendarTime(cell, 'mdy')))
    return true;
  const numbers = cells.filter((cell) => parseNumber(cell, 'point') !== null).length;
  return numbers > 0 && numbers >= cells.length / 2;
}
