import type { ArrangedMap, ArrangedStage, ArrangedStep } from '../arrange';

/** Measures of the page in pixels; multiples of 4. */
export const grid = {
  margin: 40,
  /** Width of the lane titles at the left, their gap to the columns included. */
  header: 168,
  columnWidth: 200,
  maxColumnWidth: 320,
  /** Between columns, and between cards of a cell. */
  gap: 8,
  /** Between a lane's edge and its cards, above and below. */
  lanePadding: 12,
  minWidth: 1120,
} as const;

/** One column: a step, or the place of a stage that has no steps yet. */
export type Column = { stage: ArrangedStage; step: ArrangedStep | null; x: number; width: number };

export type Columns = { columns: Column[]; byStep: ReadonlyMap<string, Column>; left: number; right: number; width: number };

/** Where the columns stand, and how wide the map becomes. */
export function layoutColumns(map: ArrangedMap, minWidth: number): Columns {
  const slots = map.stages.flatMap((stage): { stage: ArrangedStage; step: ArrangedStep | null }[] =>
    stage.steps.length === 0 ? [{ stage, step: null }] : stage.steps.map((step) => ({ stage, step })),
  );
  const left = grid.margin + grid.header;
  const room = minWidth - left - grid.margin + grid.gap;
  const stretched = slots.length === 0 ? grid.columnWidth : Math.floor(room / slots.length) - grid.gap;
  const width = Math.min(grid.maxColumnWidth, Math.max(grid.columnWidth, stretched));
  const columns = slots.map((slot, index) => ({ ...slot, x: left + index * (width + grid.gap), width }));
  const last = columns.at(-1);
  // Columns that share the least width out among them end at its margin, give or take what rounding left.
  const fills = stretched <= grid.maxColumnWidth && last !== undefined;
  const mapWidth = fills ? last.x + last.width + grid.margin : minWidth;
  return {
    columns,
    byStep: new Map(columns.flatMap((column) => (column.step ? [[column.step.id, column] as const] : []))),
    left,
    right: mapWidth - grid.margin,
    width: mapWidth,
  };
}
