import type { ArrangedMap } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { mapById } from '../canvas/geometry/patchedMap';

type Index = { items: readonly Card[]; map: ReadonlyMap<string, Card> };

const known = new WeakMap<ArrangedMap, Index>();
/** What was made last: after a key press all but one card of the next is the same. */
let latest: Index | undefined;

/** A map's cards by their ids, those of hidden lanes and of the tray among them. Made once for all who ask about the same state of the map. */
export function cardsById(map: ArrangedMap): ReadonlyMap<string, Card> {
  const found = known.get(map);
  if (found) return found.map;
  const items = [...map.cells.values(), map.unplacedCards].flat();
  const made = { items, map: mapById(items, latest) };
  known.set(map, made);
  latest = made;
  return made.map;
}
