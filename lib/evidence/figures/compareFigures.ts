import { isMoreBetter, isSameReckoning } from '../scoreMethod';
import { squareAndAdd, twoSampleZ } from './difference';
import { boundsOf, type Figure, sampleOfFigure } from './figure';
import type { Interval } from './interval';
import type { KnownScore } from './score';

/**
 * What became of a score, or in what two groups differ. `better` and `worse` are said only when the interval of the difference excludes 0;
 * everything else may be chance. `difference` is the second score less the first one.
 */
export type Comparison =
  | { verdict: 'better' | 'worse' | 'withinNoise'; difference: number; interval: Interval }
  | { verdict: 'tooFew' }
  | { verdict: 'incomparable' };

/** NPS by its standard errors; shares and means by the intervals that are shown beside them. */
function intervalOfDifference(before: Figure & KnownScore, after: Figure & KnownScore): Interval {
  if (before.method.kind !== 'nps') return squareAndAdd(before, after);
  const { lower, upper } = twoSampleZ(sampleOfFigure(before), sampleOfFigure(after));
  const { lowest, highest } = boundsOf(before);
  return { lower: Math.max(lowest - highest, lower), upper: Math.min(highest - lowest, upper) };
}

/** Compares a score with an earlier one, or that of a group with another one. */
export function compareFigures(before: Figure, after: Figure): Comparison {
  if (!isSameReckoning(before, after)) return { verdict: 'incomparable' };
  if (before.standing === 'tooFew' || after.standing === 'tooFew') return { verdict: 'tooFew' };
  const difference = after.score - before.score;
  const interval = intervalOfDifference(before, after);
  const isChange = interval.lower > 0 || interval.upper < 0;
  const verdict = !isChange ? 'withinNoise' : difference > 0 === isMoreBetter(after) ? 'better' : 'worse';
  return { verdict, difference, interval };
}
