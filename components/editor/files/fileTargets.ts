import type { Point } from '@/lib/map/layout/types';
import { findCellAt, hitTest } from '../canvas/geometry/hitTest';
import { findLaneIdOf, findStepIdOf, type MapIndex } from '../canvas/geometry/mapIndex';
import type { MapReference } from '../reference';
import type { FileTarget } from './fileDesk';

/** A cell that takes cards and is not folded away, as a target; null otherwise. */
function toCell(index: MapIndex, cell: { stepId: string; laneId: string } | null): FileTarget | null {
  if (!cell || !index.stepById.has(cell.stepId)) return null;
  const lane = index.laneById.get(cell.laneId);
  return lane && !lane.folded ? { type: 'cell', stepId: cell.stepId, laneId: cell.laneId } : null;
}

/** Where files go that are dropped at a point of the map; null outside of its cells. */
export function fileTargetAt(index: MapIndex, point: Point): FileTarget | null {
  const under = hitTest(index, point);
  if (under?.type === 'card') return { type: 'card', id: under.id };
  return under?.type === 'cell' || under?.type === 'touchpoint' ? toCell(index, findCellAt(index, point)) : null;
}

/** Where files go that are pasted or chosen: onto the one card that is selected, else into the cell at hand. */
export function fileTargetOf(index: MapIndex, selected: readonly MapReference[]): FileTarget | null {
  const at = selected.at(-1);
  if (!at) return null;
  if (at.type === 'card') return selected.length === 1 && index.cardRecords.has(at.id) ? { type: 'card', id: at.id } : null;
  if (at.type !== 'cell' && at.type !== 'touchpoint') return null;
  const stepId = findStepIdOf(index, at);
  const laneId = findLaneIdOf(index, at);
  return toCell(index, stepId && laneId ? { stepId, laneId } : null);
}
