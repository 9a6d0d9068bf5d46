import { type ArrangedMap, cellKey } from '../arrange';
import { levelOfCard } from '../evidenceTally';

/** Ids of the steps and cards of a map of which nobody knows more than that the team believes so. */
export function listOnlyAssumed(map: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells'>): Set<string> {
  const ids = new Set<string>();
  for (const step of map.steps) {
    if (step.evidenceLevel === 'assumed') ids.add(step.id);
    for (const lane of map.lanes) {
      for (const card of map.cells.get(cellKey(step.id, lane.id)) ?? [])
        if (levelOfCard(card, step) === 'assumed') ids.add(card.id);
    }
  }
  return ids;
}
