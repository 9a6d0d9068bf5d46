/** Titles are of no use below this zoom: nobody could read them. */
const smallestZoom = 0.35;
/** Titles that are smaller than the map are at least so large. */
const legibleZoom = 0.65;
/** They never take more of the screen than this: where they would, they are drawn smaller than the map. */
const largestPart = 0.3;

/**
 * How much smaller than the map titles are drawn that take so many of its pixels, so that they leave room for it: 1 where there is enough, 0 where
 * nobody could read them. `room`: width or height of the canvas, in pixels of the screen.
 */
export function stickyFit(pixels: number, zoom: number, room: number): number {
  if (zoom < smallestZoom || pixels <= 0) return 0;
  const fit = Math.min(1, (room * largestPart) / (pixels * zoom));
  // What is as small as the map is read with it; what is made smaller has to be read by itself.
  return fit < 1 && fit * zoom < legibleZoom ? 0 : fit;
}

/** How far a title moves along its own row or column, so that it is in sight while any part of that is. */
export const follow = (start: number, length: number, edge: number, size: number): number =>
  Math.max(0, Math.min(length - size, edge - start));
