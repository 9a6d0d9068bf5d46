import { type Sample, sampleOf } from './sample';

/** The quantile of the normal distribution for intervals of 95 %. */
export const z95 = 1.959964;

export type Interval = { lower: number; upper: number };

/** The least and the most that a number can be. */
export type Bounds = { lowest: number; highest: number };

/** Keeps an interval within what is possible, and around the score. */
function keepAround({ lower, upper }: Interval, { lowest, highest }: Bounds, score: number): Interval {
  return { lower: Math.min(score, Math.max(lowest, lower)), upper: Math.max(score, Math.min(highest, upper)) };
}

/**
 * Adjusted Wald interval of a mean (Rocks 2016, The American Statistician, for NPS): reckoned as if three more answers had come, ¾ at either end and 1½ in
 * the middle. For NPS that is ¾ of a promoter and ¾ of a detractor. For means on other scales it is the same thing, and holds what it
 * promises where Student's t does not: most answers to a survey lie at one end of the scale (tests/property/evidence/coverage.test.ts).
 */
export function adjustedWald({ n, mean, variance }: Sample, bounds: Bounds): Interval {
  const { lowest, highest } = bounds;
  const added = sampleOf([
    [lowest, 0.75],
    [(lowest + highest) / 2, 1.5],
    [highest, 0.75],
  ]);
  const all = n + added.n;
  const centre = (n * mean + added.n * added.mean) / all;
  const spread = n * (variance + (mean - centre) ** 2) + added.n * (added.variance + (added.mean - centre) ** 2);
  const half = (z95 * Math.sqrt(spread)) / all;
  return keepAround({ lower: centre - half, upper: centre + half }, bounds, mean);
}

/** Wilson's score interval of a share, 0 … 1. */
export function wilson(share: number, n: number): Interval {
  const centre = share + z95 ** 2 / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + z95 ** 2 / (4 * n ** 2));
  const scale = 1 + z95 ** 2 / n;
  return keepAround({ lower: (centre - half) / scale, upper: (centre + half) / scale }, { lowest: 0, highest: 1 }, share);
}
