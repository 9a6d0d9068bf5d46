import type { JourneyMap } from '../../journeyMap';
import { adoptIds } from './adoptIds';
import { areOfDifferentOrigin } from './areOfDifferentOrigin';
import type { HandPair } from './matching';
import { handMatching, suggestMatching } from './suggestMatching';

/** The earlier of two maps with ids by which it is compared with the later one. */
export type MatchedMap = {
  map: JourneyMap;
  /** What ids were before, by `collection id`, where they are others now. */
  original: ReadonlyMap<string, string>;
  /** Whether it was suggested what is the same: the two have no beginning in common. */
  isSuggested: boolean;
};

/** Two maps, or two states of one; what somebody paired or parted by hand. */
export type ToMatch = { isSameMap: boolean; hand: readonly HandPair[] };

/** Matches two maps: by their ids where they have a beginning in common, else by suggestion; what somebody paired or parted by hand holds. */
export function matchMaps(before: JourneyMap, after: JourneyMap, { isSameMap, hand }: ToMatch): MatchedMap {
  const isSuggested = !isSameMap && areOfDifferentOrigin(before, after);
  if (!isSuggested && hand.length === 0) return { map: before, original: new Map(), isSuggested };
  const matching = isSuggested ? suggestMatching(before, after, hand) : handMatching(before, after, hand);
  return { ...adoptIds(before, after, matching), isSuggested };
}
