import { type ScoreCounts, totalOf } from '../scoreCounts';
import { contributionOf, type Reckoning } from '../scoreMethod';
import { listScores } from '../scoreScale';
import { type AnswerLimits, standingOf, usualLimits } from './answerLimits';
import { adjustedWald, type Bounds, type Interval, wilson } from './interval';
import { type Sample, sampleOf } from './sample';
import type { Score } from './score';

/** How often a score was given. */
export type Bar = { score: number; count: number };

/** A score with everything without which it says nothing. */
export type Figure = FigureBasis & Score;

type FigureBasis = Reckoning & {
  /** Answers on the scale. */
  n: number;
  /** Every score of the scale from its lowest number to its highest, those that nobody gave as well. */
  distribution: readonly Bar[];
  /** Answers that were counted and are not on the scale, as when it was corrected afterwards. They are not in `n`. */
  offScale: number;
};

/** Which of the two intervals a score has. */
export const intervalMethodOf = ({ method }: Pick<Reckoning, 'method'>): 'wilson' | 'adjustedWald' =>
  method.kind === 'share' ? 'wilson' : 'adjustedWald';

/** The least and the most that a score can be. */
export function boundsOf(reckoning: Reckoning): Bounds {
  const { min, max } = reckoning.scale;
  const ends = [contributionOf(reckoning, min), contributionOf(reckoning, max)];
  return { lowest: Math.min(...ends), highest: Math.max(...ends) };
}

/** What the answers of a figure add to its score, summed up. */
export function sampleOfFigure(figure: Pick<FigureBasis, 'scale' | 'method' | 'distribution'>): Sample {
  return sampleOf(figure.distribution.map(({ score, count }) => [contributionOf(figure, score), count]));
}

function intervalOf(reckoning: Reckoning, sample: Sample): Interval {
  if (intervalMethodOf(reckoning) === 'adjustedWald') return adjustedWald(sample, boundsOf(reckoning));
  const { lower, upper } = wilson(sample.mean / 100, sample.n);
  return { lower: 100 * lower, upper: 100 * upper };
}

/** Reckons a score from counts. */
export function toFigure(counts: ScoreCounts, { scale, method }: Reckoning, limits: AnswerLimits = usualLimits): Figure {
  const distribution = listScores(scale).map((score) => ({ score, count: counts.get(score) ?? 0 }));
  const n = distribution.reduce((sum, { count }) => sum + count, 0);
  const basis = { scale, method, n, distribution, offScale: totalOf(counts) - n };
  const standing = standingOf(n, limits);
  if (standing === 'tooFew') return { ...basis, standing };
  const sample = sampleOfFigure(basis);
  return { ...basis, standing, score: sample.mean, interval: intervalOf(basis, sample) };
}

/** The same figure as a limit has it that was set later, or elsewhere: of too few answers no score, and not how they lie. */
export function underLimits(figure: Figure, limits: AnswerLimits): Figure {
  const { scale, method, n, offScale } = figure;
  const standing = standingOf(n, limits);
  if (standing === 'tooFew' || figure.standing === 'tooFew') {
    return { scale, method, n, offScale, distribution: [], standing: 'tooFew' };
  }
  return { ...figure, standing };
}
