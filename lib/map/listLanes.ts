import type { JourneyMap } from './journeyMap';
import type { Lane } from './lane';
import { compareOrder } from './order';

/** All lanes that were not deleted, in their order, whether or not they are shown. */
export function listLanes({ lanes }: Pick<JourneyMap, 'lanes'>): Lane[] {
  return lanes.filter(({ deletedAt }) => deletedAt === undefined).sort(compareOrder);
}
