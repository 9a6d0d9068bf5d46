import { cellKey } from '@/lib/map/arrange';
import type { Box, Point } from '@/lib/map/layout/types';
import { findCellAt, findStepAt } from './hitTest';
import type { MapIndex } from './mapIndex';
import { firstAtLeast } from './search';

/** Where dropped cards go: before a card of a cell, or at its end (`beforeId` null). `marker` is the line that shows it. */
export type CardDrop = { type: 'cards'; stepId: string; laneId: string; beforeId: string | null; marker: Box };
/** Where dropped steps go: before a step of a stage, or at the stage's end. */
export type StepDrop = { type: 'steps'; stageId: string; beforeId: string | null; marker: Box };
export type StageDrop = { type: 'stage'; beforeId: string | null; marker: Box };
export type LaneDrop = { type: 'lane'; beforeId: string | null; marker: Box };
export type TouchpointDrop = { type: 'touchpoint'; stepId: string; beforeId: string | null; marker: Box };
export type Drop = CardDrop | StepDrop | StageDrop | LaneDrop | TouchpointDrop;

const thickness = 3;

const upright = (x: number, y: number, height: number): Box => ({ x: x - thickness / 2, y, width: thickness, height });
const flat = (x: number, y: number, width: number): Box => ({ x, y: y - thickness / 2, width, height: thickness });

/**
 * Where cards dropped at a point go. The dragged ones are left out of the count, so that dropping a card where it lies
 * leaves it there. Null outside of the cells.
 */
export function findCardDrop(index: MapIndex, point: Point, dragged: ReadonlySet<string>): CardDrop | null {
  const cell = findCellAt(index, point);
  if (!cell) return null;
  const key = cellKey(cell.stepId, cell.laneId);
  const box = index.layout.cells.get(key)?.box;
  if (!box) return null;
  const others = (index.cellCards.get(key) ?? []).filter(({ id }) => !dragged.has(id));
  const before = others.find((card) => point.y < card.box.y + card.box.height / 2);
  const above = before ? others[others.indexOf(before) - 1] : others.at(-1);
  const inset = 8;
  const y = before
    ? above
      ? (above.box.y + above.box.height + before.box.y) / 2
      : before.box.y - 4
    : above
      ? above.box.y + above.box.height + 4
      : box.y + inset;
  return { type: 'cards', ...cell, beforeId: before?.id ?? null, marker: flat(box.x + inset, y, box.width - 2 * inset) };
}

/** Where a touchpoint dropped at a point goes: among those of the step whose column is under the pointer. Null outside of the columns. */
export function findTouchpointDrop(index: MapIndex, point: Point, draggedId: string): TouchpointDrop | null {
  const stepId = findStepAt(index, point.x);
  const dragged = index.touchpoints.get(draggedId);
  const cell = stepId && dragged ? index.layout.cells.get(cellKey(stepId, dragged.laneId)) : undefined;
  if (!stepId || !dragged || !cell) return null;
  const others = (index.cellTouchpoints.get(cellKey(stepId, dragged.laneId)) ?? []).filter(({ id }) => id !== draggedId);
  const before = others.find((chip) => point.y < chip.box.y + chip.box.height / 2);
  const last = others.at(-1);
  const y = before ? before.box.y - 4 : last ? last.box.y + last.box.height + 4 : cell.box.y + 8;
  return { type: 'touchpoint', stepId, beforeId: before?.id ?? null, marker: flat(cell.box.x + 8, y, cell.box.width - 16) };
}

/** Where steps dropped at a point go: within the stage that is under the pointer, else the nearest one. Null without a stage. */
export function findStepDrop(index: MapIndex, point: Point, dragged: ReadonlySet<string>): StepDrop | null {
  const stages = index.map.stages.filter((stage) => !stage.unplaced);
  const boxes = stages.flatMap((stage) => {
    const box = index.stageById.get(stage.id)?.box;
    return box ? [{ stage, box }] : [];
  });
  const under = boxes.find(({ box }) => point.x < box.x + box.width) ?? boxes.at(-1);
  if (!under) return null;
  const others = under.stage.steps.flatMap((step) => {
    const layout = dragged.has(step.id) ? undefined : index.stepById.get(step.id);
    return layout ? [layout] : [];
  });
  const before = others.find((step) => point.x < step.box.x + step.box.width / 2);
  const last = others.at(-1);
  const x = before ? before.box.x - 4 : last ? last.box.x + last.box.width + 4 : under.box.x + 4;
  const sample = index.steps[0]?.box ?? { y: under.box.y + under.box.height, height: 96 };
  return { type: 'steps', stageId: under.stage.id, beforeId: before?.id ?? null, marker: upright(x, sample.y, sample.height) };
}

/** Where a stage dropped at a point goes. */
export function findStageDrop(index: MapIndex, point: Point, dragged: ReadonlySet<string>): StageDrop | null {
  const others = index.layout.stages.filter((stage) => !stage.unplaced && !dragged.has(stage.id));
  const before = others.find((stage) => point.x < stage.box.x + stage.box.width / 2);
  const last = others.at(-1);
  const beside = before ?? last;
  if (!beside) return null;
  const x = before ? before.box.x - 2 : beside.box.x + beside.box.width + 2;
  const bottom = Math.max(...index.steps.map((step) => step.box.y + step.box.height), beside.box.y + beside.box.height);
  return { type: 'stage', beforeId: before?.id ?? null, marker: upright(x, beside.box.y, bottom - beside.box.y) };
}

/** Where a lane dropped at a point goes. */
export function findLaneDrop(index: MapIndex, point: Point, dragged: ReadonlySet<string>): LaneDrop | null {
  const others = index.lanes.filter((lane) => !dragged.has(lane.id));
  const before = others[firstAtLeast(others, point.y, ({ box }) => box.y + box.height / 2)];
  const last = others.at(-1);
  const beside = before ?? last;
  if (!beside) return null;
  const y = before ? before.box.y : beside.box.y + beside.box.height;
  return { type: 'lane', beforeId: before?.id ?? null, marker: flat(beside.box.x, y, beside.box.width) };
}

/** The step on whose column, header included, a transition is let go; null for the open, where it leads out. */
export function findTransitionEnd(index: MapIndex, point: Point): string | null {
  const stepId = findStepAt(index, point.x);
  const step = stepId ? index.stepById.get(stepId) : undefined;
  if (!step) return null;
  return point.y >= step.column.y && point.y <= step.column.y + step.column.height ? step.id : null;
}
