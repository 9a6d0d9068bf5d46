import type { CommentTarget } from '@/lib/comments/commentTarget';
import type { Box, Point } from '@/lib/map/layout/types';
import { overlaps } from './box';
import { findBoxOf } from './boxOf';
import type { MapIndex } from './mapIndex';

/** Where the middle of a sign of comments stands, and what it belongs to. */
export type SignPlace = { key: string; target: Exclude<CommentTarget, { type: 'map' }>; at: Point; count: number };

/** More signs than this in view say no more than the first ones. */
const mostSigns = 300;

/** How far a sign reaches into its card, in map pixels: less than the words' distance from the edge. */
const inset = 9;

/** The middle of a lane's title, below the lane's upper edge; the sign stands left of it, in the map's margin. */
const laneTitleAt = 32;

/**
 * The middle of a sign. Signs grow away from the box they belong to, so that they cover no words however far one has zoomed out: above
 * the upper right corner of a card, beside the lower one of a step, whose upper one is the all-or-nothing sign's.
 */
function placeAt({ type }: SignPlace['target'], box: Box, half: number): Point {
  const right = box.x + box.width - inset + half;
  switch (type) {
    case 'step':
      return { x: right, y: box.y + box.height };
    case 'transition':
      return { x: box.x + box.width + 4 + half, y: box.y + box.height / 2 };
    case 'lane':
      return { x: box.x - 3 - half, y: box.y + laneTitleAt };
    case 'stage':
      return { x: box.x + box.width - 12 - half, y: box.y };
    default:
      return { x: right, y: box.y + inset - half };
  }
}

/** The signs of a window of the map. `counts`: open conversations by key; `half`: half a sign's size in map pixels. */
export function listSigns(index: MapIndex, counts: ReadonlyMap<string, number>, window: Box, half: number): SignPlace[] {
  const places: SignPlace[] = [];
  for (const [key, count] of counts) {
    const target = toTarget(key);
    const box = target && findBoxOf(index, target);
    if (!target || !box || !overlaps(box, window)) continue;
    places.push({ key, target, count, at: placeAt(target, box, half) });
    if (places.length === mostSigns) break;
  }
  return places;
}

function toTarget(key: string): SignPlace['target'] | null {
  const [type, id] = key.split(':');
  if (!id || (type !== 'card' && type !== 'step' && type !== 'stage' && type !== 'lane' && type !== 'transition')) return null;
  return { type, id };
}
