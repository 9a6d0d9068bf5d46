import type { TableGrid, TablePlace } from './tableGrid';

/** Rows that a Page key goes. */
const page = 10;

/** The part of a key press that decides where the keyboard goes. */
export type GridKey = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/**
 * Where a key leads from a cell, as the ARIA grid pattern has it; null for a key that leads nowhere. In a stage's row, which is one cell, the
 * column is kept for the next row.
 */
export function moveInGrid({ rows, columns }: TableGrid, from: TablePlace, press: GridKey): TablePlace | null {
  if (press.altKey || press.shiftKey) return null;
  const row = Math.max(
    0,
    rows.findIndex(({ key }) => key === from.row),
  );
  const column = Math.max(
    0,
    columns.findIndex(({ key }) => key === from.column),
  );
  const mod = press.ctrlKey || press.metaKey;
  const inStage = rows[row]?.type === 'stage';
  const to = (nextRow: number, nextColumn: number): TablePlace | null => {
    const at = rows[Math.min(rows.length - 1, Math.max(0, nextRow))];
    const over = columns[Math.min(columns.length - 1, Math.max(0, nextColumn))];
    return at && over ? { row: at.key, column: over.key } : null;
  };
  if (mod) {
    if (press.key === 'Home') return to(0, 0);
    if (press.key === 'End') return to(rows.length - 1, columns.length - 1);
    return null;
  }
  switch (press.key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return inStage ? to(row, column) : to(row, column + 1);
    case 'ArrowLeft':
      return inStage ? to(row, column) : to(row, column - 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, columns.length - 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    default:
      return null;
  }
}
