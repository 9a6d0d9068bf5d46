import { parseHtmlTable } from './parseHtmlTable';
import { parseTsv } from './parseTsv';
import { maxTableHtml } from './tableLimits';

/** A table from a spreadsheet: each row as long as the others, none of them blank, and no blank column either. */
export type Table = {
  rows: readonly (readonly string[])[];
  /** Where each row and column stood, counted from 1, so that a problem can be named where it can be found. */
  rowNumbers: readonly number[];
  columnNumbers: readonly number[];
};

/** What a word processor puts before each line of a list: bullets, numbers, letters. */
const marker = /^(?:[-*+•·‣▪◦–—☐☑✓§o]|\(?\d{1,3}[.)]|\(?[a-z][.)])$/i;

/** Without blank rows and columns, and with all rows of one length. */
export function toTable(cells: readonly (readonly string[])[]): Table {
  const trimmed = cells.map((row) => row.map((cell) => cell.trim()));
  const width = trimmed.reduce((longest, row) => Math.max(longest, row.length), 0);
  const rowNumbers = trimmed.flatMap((row, index) => (row.some((cell) => cell !== '') ? [index + 1] : []));
  const columnNumbers = Array.from({ length: width }, (_, index) => index + 1).filter((number) =>
    trimmed.some((row) => (row[number - 1] ?? '') !== ''),
  );
  return {
    rows: rowNumbers.map((row) => columnNumbers.map((column) => trimmed[row - 1]?.[column - 1] ?? '')),
    rowNumbers,
    columnNumbers,
  };
}

/** Whether it is a table to people: two columns at least that stand beside each other, and no list with its bullets in a column of their own. */
function isTable({ rows }: Table): boolean {
  const pairs = rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
  return pairs.length > 0 && !pairs.every((row) => marker.test(row.find((cell) => cell !== '') ?? ''));
}

/** The table that a clipboard holds: the cells of its HTML, else its tab-separated text; null when it holds something else. */
export function readTable({ html, text }: { html: string; text: string }): Table | null {
  const fromHtml = html.length > 0 && html.length <= maxTableHtml ? parseHtmlTable(html) : null;
  for (const cells of [fromHtml, text.includes('\t') ? parseTsv(text) : null]) {
    const table = cells && toTable(cells);
    if (table && isTable(table)) return table;
  }
  return null;
}

/** Rows and columns that lay blank between the others, and were left out. Blank ones behind the last do not count. */
export function countBlank({ rowNumbers, columnNumbers }: Table): { rows: number; columns: number } {
  return {
    rows: (rowNumbers.at(-1) ?? 0) - rowNumbers.length,
    columns: (columnNumbers.at(-1) ?? 0) - columnNumbers.length,
  };
}

/** Rows as columns, and columns as rows. */
export function swapTable({ rows, rowNumbers, columnNumbers }: Table): Table {
  return {
    rows: columnNumbers.map((_, column) => rows.map((row) => row[column] ?? '')),
    rowNumbers: columnNumbers,
    columnNumbers: rowNumbers,
  };
}
