import type { JourneyMap } from '@/lib/map/journeyMap';
import type { MapPart } from './parts';

/** Each part once, without those that another one brings along anyway: a stage its steps, a step or a lane its cards, as they stand on the map. */
export function withoutCovered({ steps, cards }: Pick<JourneyMap, 'steps' | 'cards'>, parts: readonly MapPart[]): MapPart[] {
  const chosen = new Map(parts.map((part) => [`${part.type} ${part.id}`, part]));
  const has = (type: MapPart['type'], id: string | undefined): boolean => id !== undefined && chosen.has(`${type} ${id}`);
  const stageOf = new Map(steps.map(({ id, pos }) => [id, pos.stageId]));
  const placeOf = new Map(cards.map(({ id, pos }) => [id, pos]));
  return [...chosen.values()].filter(({ type, id }) => {
    if (type === 'step') return !has('stage', stageOf.get(id));
    const place = type === 'card' ? placeOf.get(id) : undefined;
    return !place || !(has('step', place.stepId) || has('lane', place.laneId) || has('stage', stageOf.get(place.stepId)));
  });
}
