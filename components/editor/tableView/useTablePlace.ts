import { useEffect, useMemo, useRef, useState } from 'react';
import { referenceKey } from '../reference';
import { primaryOf } from '../selection';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { placeOf, referenceOf, type TableGrid, type TablePlace, toTableGrid } from './tableGrid';

export type TableKeyboard = {
  grid: TableGrid;
  /** The cell that the keyboard acts from; null on a map without a row. */
  at: TablePlace | null;
  /** Grows when the cell is to take the focus. */
  asked: number;
  go(place: TablePlace, options?: { focus?: boolean }): void;
};

const has = (grid: TableGrid, { row, column }: TablePlace): boolean =>
  grid.rows.some(({ key }) => key === row) && grid.columns.some(({ key }) => key === column);

/** The table of the map as it is now, and the cell at hand. What is selected elsewhere (search, details) leads to its cell, and the cell at hand is what is selected. */
export function useTablePlace(): TableKeyboard {
  const { selection } = useEditor();
  const map = useArrangedMap();
  const grid = useMemo(() => toTableGrid(map), [map]);
  const [chosen, setChosen] = useState<TablePlace | null>(() => {
    const primary = primaryOf(selection.getState());
    return primary && placeOf(map, primary);
  });
  const [asked, setAsked] = useState(0);
  /** While what stands in the cell is selected: several cells of a step select the same, and none leads to another. */
  const going = useRef(false);
  const first = useMemo(() => {
    const row = grid.rows.find(({ type }) => type === 'step') ?? grid.rows[0];
    return row ? { row: row.key, column: 'title' } : null;
  }, [grid]);
  const at = chosen && has(grid, chosen) ? chosen : first;

  useEffect(
    () =>
      selection.subscribe((state, before) => {
        const primary = primaryOf(state);
        if (going.current || state.selected === before.selected || !primary) return;
        const own = chosen && referenceOf(grid, chosen);
        if (own && referenceKey(own) === referenceKey(primary)) return;
        const place = placeOf(map, primary);
        if (place) setChosen(place);
      }),
    [selection, map, grid, chosen],
  );

  return {
    grid,
    at,
    asked,
    go(place, { focus = true } = {}) {
      setChosen(place);
      const reference = referenceOf(grid, place);
      going.current = true;
      if (reference) selection.getState().select(reference);
      else selection.getState().clear();
      going.current = false;
      if (focus) setAsked((times) => times + 1);
    },
  };
}
