import type { Point } from './types';

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Slopes at the points for a cubic that is monotone wherever the points are (Fritsch and Carlson): the curve never rises above or falls
 * below what was set, so that nobody reads an emotion off it that nobody felt. Points have rising x.
 */
function slopesOf(points: readonly Point[]): number[] {
  const secants: number[] = [];
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index], points[index + 1]];
    secants.push(a && b && b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0);
  }
  return points.map((_, index) => {
    const before = secants[index - 1];
    const after = secants[index];
    // The curve leaves and reaches its ends level.
    if (before === undefined || after === undefined || before * after <= 0) return 0;
    // The harmonic mean keeps the slope within three times the flatter side.
    return (2 * before * after) / (before + after);
  });
}

/** One stretch of a curve to `to`, with the handles of a cubic curve: `out` of the point before, `into` this one. */
export type Bezier = { out: Point; into: Point; to: Point };

/** A smooth curve through points with rising x, stretch by stretch; none with fewer than two points. */
export function bezierThrough(points: readonly Point[]): Bezier[] {
  const slopes = slopesOf(points);
  const stretches: Bezier[] = [];
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index], points[index + 1]];
    if (!a || !b) continue;
    const third = (b.x - a.x) / 3;
    const [from = 0, to = 0] = [slopes[index], slopes[index + 1]];
    stretches.push({ out: { x: a.x + third, y: a.y + from * third }, into: { x: b.x - third, y: b.y - to * third }, to: b });
  }
  return stretches;
}

/** SVG path data of a smooth curve through points with rising x, in hundredths of a pixel; empty with fewer than two points. */
export function curveThrough(points: readonly Point[]): string {
  const first = points[0];
  if (!first || points.length < 2) return '';
  const stretches = bezierThrough(points).map(
    ({ out, into, to }) => `C${[out.x, out.y, into.x, into.y, to.x, to.y].map(round).join(' ')}`,
  );
  return `M${round(first.x)} ${round(first.y)}${stretches.join('')}`;
}
