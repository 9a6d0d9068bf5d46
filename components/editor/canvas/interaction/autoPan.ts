import type { Point } from '@/lib/map/layout/types';

const edge = 56;
const fastest = 22;

/** How far to pan in the next frame, in pixels of the screen, when a drag comes near the edge of the canvas: faster the nearer. */
export function autoPanBy(client: Point, rect: { left: number; top: number; right: number; bottom: number }): Point {
  const speed = (before: number, after: number): number => {
    if (before < edge) return fastest * Math.min(1, (edge - before) / edge);
    if (after < edge) return -fastest * Math.min(1, (edge - after) / edge);
    return 0;
  };
  return { x: speed(client.x - rect.left, rect.right - client.x), y: speed(client.y - rect.top, rect.bottom - client.y) };
}
