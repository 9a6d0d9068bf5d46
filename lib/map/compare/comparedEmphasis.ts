import type { DifferenceKind } from '../diff/mapDiff';
import type { Emphasis } from '../emphasis';
import type { ComparedStates } from './compareStates';

/** What stands out of a comparison: what differs, with the steps that it is at. All that is the same recedes. */
export function emphasiseDifferences({ groups, union }: ComparedStates, kinds: ReadonlySet<DifferenceKind>): Emphasis {
  const [steps, cards, touchpoints, transitions] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { entries } of groups) {
    for (const { kind, place, stepId } of entries) {
      if (!kinds.has(kind)) continue;
      if (stepId !== null) steps.add(stepId);
      if (place?.type === 'card') cards.add(place.id);
      if (place?.type === 'touchpoint') touchpoints.add(place.id);
      if (place?.type === 'transition') transitions.add(place.id);
    }
  }
  for (const card of union.map.cards) {
    const moved = union.ghosts.get(card.id);
    if (moved === undefined || !cards.has(moved)) continue;
    cards.add(card.id);
    steps.add(card.pos.stepId);
  }
  return { steps, cards, touchpoints, transitions };
}
