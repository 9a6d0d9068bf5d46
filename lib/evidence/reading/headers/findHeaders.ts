import type { InspectionChoices } from '../inspection';
import { type LayoutName, layoutOf, recogniseLayout } from '../layouts/knownLayouts';
import type { Rows } from '../layouts/layout';
import { guessHeaderRows, type HeaderRows } from './guessHeaderRows';

export type FoundHeaders = HeaderRows & { layout: LayoutName | null };

/**
 * Finds the tool that wrote a table and its header rows, from its first rows; what a person has chosen counts. `declaredRows` are rows at
 * the beginning that are certainly none of the table.
 */
export function findHeaders(rows: Rows, declaredRows: number, choices: InspectionChoices): FoundHeaders {
  const guessed = guessHeaderRows(rows.slice(declaredRows));
  const found = findLayout(rows, [declaredRows, declaredRows + guessed.skippedRows], choices);
  return {
    layout: found?.name ?? null,
    skippedRows: choices.skippedRows ?? found?.skippedRows ?? declaredRows + guessed.skippedRows,
    headerRows: choices.headerRows ?? found?.headerRows ?? guessed.headerRows,
  };
}

function findLayout(
  rows: Rows,
  starts: readonly number[],
  { layout, skippedRows }: InspectionChoices,
): { name: LayoutName; headerRows: number; skippedRows: number } | null {
  if (layout === null) return null;
  for (const start of skippedRows === undefined ? starts : [skippedRows]) {
    const below = rows.slice(start);
    const headerRows = layout === undefined ? null : layoutOf(layout).recognise(below);
    const found = layout === undefined ? recogniseLayout(below) : headerRows === null ? null : { name: layout, headerRows };
    if (found) return { ...found, skippedRows: start };
  }
  // A person knows better, even where the first row does not look like it.
  return layout === undefined ? null : { name: layout, headerRows: 1, skippedRows: starts[0] ?? 0 };
}
