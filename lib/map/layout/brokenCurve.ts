import { curveThrough } from './monotoneCurve';
import type { Point } from './types';

/** A point of a line that may be broken: `gap` says that nothing is known of the step before it. */
export type BrokenPoint = Point & { gap: boolean };

/** The stretches of a line that hang together. */
export function runsOf<P extends BrokenPoint>(points: readonly P[]): P[][] {
  const runs: P[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && !point.gap) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/**
 * SVG path data through points with rising x, broken before each `gap`: a line through a step at which nobody said anything would tell a
 * feeling that nobody felt. A point that stands alone has no line.
 */
export const brokenCurveThrough = (points: readonly BrokenPoint[]): string => runsOf(points).map(curveThrough).join('');
