import type { ArrangedMap } from '@/lib/map/arrange';
import type { Box, CardLayout } from '@/lib/map/layout/types';
import type { MapIndex } from '../geometry/mapIndex';

/** More changed cards than these, and it is as well to paint everything. */
const mostChanged = 100;

const isSameBox = (a: Box, b: Box | undefined): boolean =>
  a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;

/**
 * The places on the map that look different now, when cards in their cells are all that changed; null when more did, or too many. Records and layouts
 * keep their identity as long as they are the same.
 */
export function findChangedPlaces(before: MapIndex, now: MapIndex): Box[] | null {
  const [old, next] = [before.layout, now.layout];
  const parts = Object.keys(now.map) as (keyof ArrangedMap)[];
  const isSameMap =
    parts.every((part) => part === 'cells' || before.map[part] === now.map[part]) &&
    old.cards.length === next.cards.length &&
    old.height === next.height &&
    old.onlyAssumed === null &&
    next.onlyAssumed === null &&
    old.legend.entries.length === next.legend.entries.length &&
    old.lanes.every(({ box }, at) => isSameBox(box, next.lanes[at]?.box));
  if (!isSameMap) return null;
  const places: Box[] = [];
  for (const [at, card] of next.cards.entries()) {
    const earlier = old.cards[at];
    if (card === earlier) continue;
    if (!earlier || places.length === mostChanged) return null;
    places.push(bothBoxes(earlier, card));
  }
  return places;
}

function bothBoxes({ box: a }: CardLayout, { box: b }: CardLayout): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    ...{ x, y },
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
