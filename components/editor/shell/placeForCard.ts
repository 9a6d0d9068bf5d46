import type { ArrangedMap } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import type { MapReference } from '../reference';

type Cell = { stepId: string; laneId: string };

function cellOfCard(map: ArrangedMap, id: string): Cell | null {
  for (const cards of map.cells.values()) {
    const card = cards.find((candidate) => candidate.id === id);
    if (card) return { stepId: card.pos.stepId, laneId: card.pos.laneId };
  }
  return null;
}

/** The cell, if both its step and its lane are on the map. */
function alive(map: ArrangedMap, cell: Cell): Cell | null {
  const { stepId, laneId } = cell;
  return map.steps.some(({ id }) => id === stepId) && map.lanes.some(({ id }) => id === laneId) ? { stepId, laneId } : null;
}

/**
 * The cell into which an unplaced card goes when it is pressed: exactly the selected one, or that of the selected card; with neither, back to
 * where it was, if step and lane are both there again. Null means that a cell is to be chosen first: a card lands in no place that nobody
 * named.
 */
export function placeForCard(map: ArrangedMap, card: Card, selected: readonly MapReference[]): Cell | null {
  const last = selected.at(-1);
  const chosen = last?.type === 'cell' ? alive(map, last) : last?.type === 'card' ? cellOfCard(map, last.id) : null;
  return chosen ?? alive(map, card.pos);
}
