import type { Point } from '@/lib/map/layout/types';
import type { LookPlace } from '../../presence/together';
import { findBoxOf } from './boxOf';
import type { MapIndex } from './mapIndex';
import { toReference } from './parseReference';
import { type Size, toScreen, type Viewport } from './viewport';

/** Where on this map a place is that somebody shows: at the thing, wherever it is drawn here, else at the point. */
export function placeOfLook(index: MapIndex, { at, key }: LookPlace): Point | null {
  const reference = key === null ? null : toReference(key);
  const box = reference && findBoxOf(index, reference);
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : at;
}

/** Room that a sign at the window's edge needs around its middle. */
const margin = { x: 96, y: 28 };

/** Where at the window's edge the way to a place begins, and which way it leads (degrees, 0 to the right); null when the place is in sight. */
export function edgeOf(viewport: Viewport, size: Size, place: Point): { at: Point; angle: number } | null {
  const { x, y } = toScreen(viewport, place);
  if (x >= 0 && y >= 0 && x <= size.width && y <= size.height) return null;
  const middle = { x: size.width / 2, y: size.height / 2 };
  const [dx, dy] = [x - middle.x, y - middle.y];
  const reach = { x: Math.max(1, middle.x - margin.x), y: Math.max(1, middle.y - margin.y) };
  const part = Math.min(reach.x / Math.max(1e-6, Math.abs(dx)), reach.y / Math.max(1e-6, Math.abs(dy)));
  return {
    at: { x: middle.x + dx * part, y: middle.y + dy * part },
    angle: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
}
