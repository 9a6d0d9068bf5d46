import { type LayoutName, layoutOf } from '../layouts/knownLayouts';
import type { Rows } from '../layouts/layout';
import type { ReadingProblem, RemarkKey } from '../readingProblem';
import { type ColumnHeader, combineHeaderRows, makeNamesUnique } from './nameColumns';

/** How many cells a row has up to its last filled one. */
export const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** The columns of a file by its header rows: as many as the table is wide. Those beyond the headers have none. */
export function readHeaders(
  headers: Rows,
  layout: LayoutName | null,
  width: number,
): { headers: ColumnHeader[]; remarks: ReadingProblem<RemarkKey>[] } {
  const name = (layout && layoutOf(layout).nameColumns) || combineHeaderRows;
  const named = headers.length === 0 ? [] : name(headers);
  const { headers: unique, remarks } = makeNamesUnique(
    Array.from({ length: width }, (_, index) => named[index] ?? { name: '', label: '' }),
  );
  // Without headers no column has a name, and that is no news.
  return { headers: unique, remarks: headers.length === 0 ? [] : remarks };
}
