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

function cellOf(map: ArrangedMap, reference: MapReference, card: Card): Cell | null {
  const laneId = map.lanes.find(({ id }) => id === card.pos.laneId)?.id ?? map.lanes[0]?.id;
  const stepId = map.steps.find(({ id }) => id === card.pos.stepId)?.id ?? map.steps[0]?.id;
  switch (reference.type) {
    case 'cell':
      return { stepId: reference.stepId, laneId: reference.laneId };
    case 'card':
      return cellOfCard(map, reference.id);
    case 'step':
    case 'moment':
      return laneId === undefined ? null : { stepId: reference.id, laneId };
    case 'lane':
      return stepId === undefined ? null : { stepId, laneId: reference.id };
    default:
      return null;
  }
}

/**
 * The cell into which an unplaced card goes when it is pressed: the selected one; else that of its old step or lane, whichever is still
 * there; else the first. Null on a map without steps or lanes.
 */
export function placeForCard(map: ArrangedMap, card: Card, selected: readonly MapReference[]): Cell | null {
  const last = selected.at(-1);
  const chosen = last ? cellOf(map, last, card) : null;
  if (chosen) return chosen;
  const step = map.steps.find(({ id }) => id === card.pos.stepId) ?? map.steps[0];
  const lane = map.lanes.find(({ id }) => id === card.pos.laneId) ?? map.lanes[0];
  return step && lane ? { stepId: step.id, laneId: lane.id } : null;
}
