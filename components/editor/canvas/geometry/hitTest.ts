import { cellKey } from '@/lib/map/arrange';
import type { Box, Point } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import { contains } from './box';
import type { MapIndex } from './mapIndex';
import { distanceToPath, pathPoints } from './pathPoints';
import { firstAtLeast } from './search';

/** Fields of the title block in reading order. */
export const metaFields = ['title', 'persona', 'scenario', 'goal'] as const;

const pointCache = new WeakMap<object, Point[]>();

function pointsOf(transition: { path: string }): Point[] {
  const known = pointCache.get(transition);
  if (known) return known;
  const points = pathPoints(transition.path);
  pointCache.set(transition, points);
  return points;
}

/** The step whose column a point lies in, or null. */
export function findStepAt(index: MapIndex, x: number): string | null {
  const step = index.steps[firstAtLeast(index.steps, x, ({ column }) => column.x + column.width)];
  return step && x >= step.column.x ? step.id : null;
}

/** The lane whose row a point lies in, or null. */
export function findLaneAt(index: MapIndex, y: number): string | null {
  const lane = index.lanes[firstAtLeast(index.lanes, y, ({ box }) => box.y + box.height)];
  return lane && y >= lane.box.y ? lane.id : null;
}

/** The cell that a point lies in, or null. */
export function findCellAt(index: MapIndex, point: Point): { stepId: string; laneId: string } | null {
  const stepId = findStepAt(index, point.x);
  const laneId = findLaneAt(index, point.y);
  return stepId && laneId ? { stepId, laneId } : null;
}

function findEmotionAt(index: MapIndex, point: Point, tolerance: number): MapReference | null {
  const { curve } = index.layout;
  if (!contains(curve.plot, point, tolerance)) return null;
  let nearest: { distance: number; reference: MapReference } | null = null;
  for (const persona of curve.personas) {
    for (const { stepId, x, y } of persona.points) {
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance <= 10 + tolerance && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
        nearest = { distance, reference: { type: 'emotion', stepId, personaId: persona.personaId } };
      }
    }
  }
  return nearest?.reference ?? null;
}

/**
 * What lies under a point of the map, the topmost first; null for paper. Knows nothing of elements, so it works for what is only painted.
 * `tolerance` widens thin and small things, in map pixels: a finger is wider than a mouse, and both grow when zoomed out.
 */
export function hitTest(index: MapIndex, point: Point, tolerance = 0): MapReference | null {
  const { layout } = index;
  for (const step of index.steps) {
    if (step.moment && Math.hypot(point.x - step.moment.at.x, point.y - step.moment.at.y) <= 14 + tolerance) {
      return { type: 'moment', id: step.id };
    }
  }
  if (contains(layout.transitionsBox, point, 12)) {
    for (const transition of layout.transitions) {
      if (contains(transition.labelBox, point, 2) || distanceToPath(pointsOf(transition), point) <= 4 + tolerance) {
        return { type: 'transition', id: transition.id };
      }
    }
  }
  const emotion = findEmotionAt(index, point, tolerance);
  if (emotion) return emotion;
  for (const field of metaFields) if (contains(layout.title.fields[field], point, 2)) return { type: 'meta', field };
  const stage = layout.stages.find(({ box }) => contains(box, point));
  if (stage) return { type: 'stage', id: stage.id };
  const lane = index.lanes.find(({ header }) => contains(header, point));
  if (lane) return { type: 'lane', id: lane.id };
  const stepId = findStepAt(index, point.x);
  if (!stepId) return null;
  const step = index.stepById.get(stepId);
  if (step && contains(step.box, point)) return { type: 'step', id: stepId };
  const laneId = findLaneAt(index, point.y);
  if (!laneId) return null;
  const key = cellKey(stepId, laneId);
  const card = index.cellCards.get(key)?.find(({ box }) => contains(box, point));
  if (card) return { type: 'card', id: card.id };
  const touchpoint = index.cellTouchpoints.get(key)?.find(({ box }) => contains(box, point));
  if (touchpoint) return { type: 'touchpoint', id: touchpoint.id };
  const said = index.said.get(stepId);
  // What is said about a step leads to it.
  if (said && said.laneId === laneId && contains(said.box, point)) return { type: 'step', id: stepId };
  return { type: 'cell', stepId, laneId };
}

/** Cards and touchpoints that a marquee touches; when it touches none, the steps. */
export function listTouched(index: MapIndex, box: Box): MapReference[] {
  const touches = (other: Box): boolean =>
    other.x < box.x + box.width &&
    box.x < other.x + other.width &&
    other.y < box.y + box.height &&
    box.y < other.y + other.height;
  const cards = index.layout.cards.filter((card) => touches(card.box)).map(({ id }): MapReference => ({ type: 'card', id }));
  if (cards.length > 0) return cards;
  return index.steps.filter((step) => touches(step.box)).map(({ id }): MapReference => ({ type: 'step', id }));
}
