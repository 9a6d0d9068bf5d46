import { type Interval, z95 } from './interval';
import type { Sample } from './sample';

/** A score and its interval. */
export type Estimate = { score: number; interval: Interval };

/** Interval of the difference of two means, `b` less `a`, by their standard errors (two-sample z). */
export function twoSampleZ(a: Sample, b: Sample): Interval {
  const difference = b.mean - a.mean;
  const half = z95 * Math.sqrt(a.variance / a.n + b.variance / b.n);
  return { lower: difference - half, upper: difference + half };
}

/**
 * Interval of the difference of two scores, `b` less `a`, by “square and add” of the distances to the ends of their own intervals. With Wilson's intervals of two
 * shares it is Newcombe's (1998, method 10); Zou and Donner (2008) showed that it carries over to other intervals. What two intervals that do
 * not touch seem to say is always so.
 */
export function squareAndAdd(a: Estimate, b: Estimate): Interval {
  const difference = b.score - a.score;
  return {
    lower: difference - Math.hypot(b.score - b.interval.lower, a.interval.upper - a.score),
    upper: difference + Math.hypot(b.interval.upper - b.score, a.score - a.interval.lower),
  };
}
