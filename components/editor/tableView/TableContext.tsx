'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { TablePlace } from './tableGrid';

/** How a cell is opened: to go on with what is there, to write over it, or to begin something new in it. */
export type OpenHow = 'goOn' | 'writeOver' | 'beginNew';

/** What the cells of the table can do. Stable for the life of the table, so it never makes anything render again. */
export type TableActions = {
  /** Puts the keyboard into a cell. */
  enter(place: TablePlace): void;
  /** Opens a cell for writing, or the details for what has no field in the table. */
  open(place: TablePlace, how?: OpenHow): void;
  /** Closes the open cell; `stay` puts the keyboard back on it. */
  close(options: { stay: boolean }): void;
};

const TableContext = createContext<TableActions | null>(null);

export function TableProvider({ value, children }: { value: TableActions; children: ReactNode }) {
  return <TableContext value={value}>{children}</TableContext>;
}

/** The table around this component. Throws outside of one. */
export function useTable(): TableActions {
  const table = useContext(TableContext);
  if (!table) throw new Error('useTable needs a TableProvider above it.');
  return table;
}

/** The one string by which a cell's element is found. A stage's row is one cell, whatever its column. */
export const cellName = ({ row, column }: TablePlace): string => (row.startsWith('stage:') ? row : `${row}|${column}`);
