import type { JourneyMap } from './journeyMap';

/** A map on which nobody has voted: for copies and versions, of which nothing was said. Cards without votes stay the same objects. */
export function withoutVotes(map: JourneyMap): JourneyMap {
  if (map.cards.every(({ votes }) => votes === undefined)) return map;
  return { ...map, cards: map.cards.map(({ votes: _, ...card }) => card) };
}
