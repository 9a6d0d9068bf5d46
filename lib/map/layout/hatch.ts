import type { Box } from './types';

/** Distance between two lines of a hatching, across, in pixels. */
export const hatchSpacing = 9;

export type HatchLine = { x1: number; y1: number; x2: number; y2: number };

/**
 * Lines that rise to the right through a box, clipped to it. Their places depend on the map and not on the box, so that the hatching of
 * boxes side by side is one.
 */
export function hatchLines({ x, y, width, height }: Box, spacing = hatchSpacing): HatchLine[] {
  if (width <= 0 || height <= 0) return [];
  const [right, bottom] = [x + width, y + height];
  // A line is where x + y is one sum; sums are multiples of the spacing along an edge.
  const along = spacing * Math.SQRT2;
  const lines: HatchLine[] = [];
  for (let sum = Math.ceil((x + y) / along) * along; sum < right + bottom; sum += along) {
    const left = Math.max(x, sum - bottom);
    const end = Math.min(right, sum - y);
    if (end > left) lines.push({ x1: left, y1: sum - left, x2: end, y2: sum - end });
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a hatching. */
export function hatchPath(box: Box, spacing = hatchSpacing): string {
  return hatchLines(box, spacing)
    .map(({ x1, y1, x2, y2 }) => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`)
    .join('');
}
