import type { CardPlace } from '@/lib/document/operations/cards';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { WritePlace } from '@/lib/workshop/lockAt';
import type { MapReference } from '../../reference';
import { cardsById } from '../../session/cardsById';

type Found = { stageOf: ReadonlyMap<string, string>; touchpoints: ReadonlyMap<string, string> };

const known = new WeakMap<ArrangedMap['steps'], Found>();

/** Of steps only what is about them: they stay the same while people write on cards. */
function findIn({ steps }: ArrangedMap): Found {
  const before = known.get(steps);
  if (before) return before;
  const found = {
    stageOf: new Map(steps.map((step) => [step.id, step.pos.stageId])),
    touchpoints: new Map(steps.flatMap((step) => step.touchpoints.map(({ id }) => [id, step.id] as const))),
  };
  known.set(steps, found);
  return found;
}

const placeInCell = ({ stageOf }: Found, stepId: string, laneId: string): WritePlace => ({
  kind: 'card',
  stageId: stageOf.get(stepId) ?? null,
  laneId,
});

/** Where something stands that is about to be written; nothing when it is not on the map. */
export function placesOf(map: ArrangedMap, reference: MapReference): WritePlace[] {
  const found = findIn(map);
  const atStep = (stepId: string | undefined): WritePlace[] =>
    stepId === undefined ? [] : [{ kind: 'step', stageId: found.stageOf.get(stepId) ?? null }];
  switch (reference.type) {
    case 'card': {
      const card = cardsById(map).get(reference.id);
      return card ? [placeInCell(found, card.pos.stepId, card.pos.laneId)] : [];
    }
    case 'cell':
      return [placeInCell(found, reference.stepId, reference.laneId)];
    case 'step':
    case 'moment':
      return atStep(reference.id);
    case 'emotion':
      return atStep(reference.stepId);
    case 'touchpoint':
      return atStep(found.touchpoints.get(reference.id));
    case 'transition':
      return atStep(map.transitions.find(({ id }) => id === reference.id)?.from);
    case 'stage':
      return [{ kind: 'stage', stageId: reference.id }];
    case 'lane':
      return [{ kind: 'lane', laneId: reference.id }];
    case 'meta':
      return [{ kind: 'map' }];
  }
}

/** Where a card would come to lie. */
export function placesOfCardPlace(map: ArrangedMap, at: CardPlace): WritePlace[] {
  if ('stepId' in at) return placesOf(map, { type: 'cell', stepId: at.stepId, laneId: at.laneId });
  return placesOf(map, { type: 'card', id: 'before' in at ? at.before : at.after });
}
