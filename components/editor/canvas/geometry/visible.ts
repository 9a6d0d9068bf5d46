import { cellKey } from '@/lib/map/arrange';
import type {
  Box,
  CardLayout,
  LaneLayout,
  SaidLayout,
  StageLayout,
  StepLayout,
  TouchpointLayout,
  TransitionLayout,
} from '@/lib/map/layout/types';
import { overlaps } from './box';
import type { MapIndex } from './mapIndex';
import { firstAtLeast } from './search';
import type { Viewport } from './viewport';

/** More boxes than this in view, and they are painted instead of being made elements (docs/rendering.md). */
export const maxNodesInView = 300;

/** The window snaps to this grid, so that panning by a few pixels finds the very same things in view. */
const gridSize = 128;
/** What is this far outside of the screen, in pixels of the screen, is made already. */
const margin = 96;

/** What of a map lies in a window. */
export type Visible = {
  stages: readonly StageLayout[];
  steps: readonly StepLayout[];
  lanes: readonly LaneLayout[];
  cards: readonly CardLayout[];
  touchpoints: readonly TouchpointLayout[];
  said: readonly SaidLayout[];
  transitions: readonly TransitionLayout[];
  title: boolean;
  curve: boolean;
  legend: boolean;
};

/** The part of the map that a screen of this size shows, a margin included, in map pixels, snapped outwards to a grid. */
export function windowOf(viewport: Viewport, size: { width: number; height: number }): Box {
  const { zoom } = viewport;
  // Far out the grid grows with the screen, so that the same number of screen pixels changes nothing at every zoom.
  const grid = gridSize * 2 ** Math.max(0, Math.ceil(Math.log2(1 / zoom)));
  const left = Math.floor((-viewport.x - margin) / zoom / grid) * grid;
  const top = Math.floor((-viewport.y - margin) / zoom / grid) * grid;
  const right = Math.ceil((-viewport.x + size.width + margin) / zoom / grid) * grid;
  const bottom = Math.ceil((-viewport.y + size.height + margin) / zoom / grid) * grid;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Steps whose columns reach into a window; steps are sorted from left to right. */
export function listVisibleSteps(steps: readonly StepLayout[], window: Box): readonly StepLayout[] {
  const first = firstAtLeast(steps, window.x, (step) => step.column.x + step.column.width);
  const last = firstAtLeast(steps, window.x + window.width, (step) => step.column.x);
  return steps.slice(first, last);
}

/** Lanes that reach into a window; lanes are sorted from top to bottom. */
export function listVisibleLanes(lanes: readonly LaneLayout[], window: Box): readonly LaneLayout[] {
  const first = firstAtLeast(lanes, window.y, (lane) => lane.box.y + lane.box.height);
  const last = firstAtLeast(lanes, window.y + window.height, (lane) => lane.box.y);
  return lanes.slice(first, last);
}

/** Everything that lies in a window, found by columns and rows: its cost grows with what is in view, not with the map. */
export function listVisible(index: MapIndex, window: Box): Visible {
  const { layout } = index;
  const columns = listVisibleSteps(index.steps, window);
  const lanes = listVisibleLanes(index.lanes, window);
  const cards: CardLayout[] = [];
  const touchpoints: TouchpointLayout[] = [];
  for (const lane of lanes) {
    for (const step of columns) {
      const key = cellKey(step.id, lane.id);
      for (const card of index.cellCards.get(key) ?? []) if (overlaps(card.box, window)) cards.push(card);
      for (const touchpoint of index.cellTouchpoints.get(key) ?? [])
        if (overlaps(touchpoint.box, window)) touchpoints.push(touchpoint);
    }
  }
  const said = columns.flatMap((step) => {
    const found = index.said.get(step.id);
    return found && overlaps(found.box, window) ? [found] : [];
  });
  return {
    stages: layout.stages.filter((stage) => overlaps(stage.box, window)),
    steps: columns.filter((step) => overlaps(step.box, window)),
    lanes,
    cards,
    touchpoints,
    said,
    transitions: overlaps(layout.transitionsBox, window) ? layout.transitions : [],
    title: overlaps(layout.title.box, window),
    curve: overlaps(layout.curve.box, window),
    legend: overlaps(layout.legend.box, window),
  };
}

/** How many boxes a view would make. */
export function countVisible(visible: Visible): number {
  return visible.cards.length + visible.touchpoints.length + visible.said.length + visible.steps.length;
}
