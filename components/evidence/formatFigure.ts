import type { Figure } from '@/lib/evidence/figures/figure';
import { formatScore, type WriteNumber } from '@/lib/evidence/figures/formatScore';
import { unitOf } from '@/lib/evidence/scoreMethod';

/** The score of a figure and its interval; null where there are too few answers to say one. */
export function formatFigure(figure: Figure, write: WriteNumber): { score: string; lower: string; upper: string } | null {
  if (figure.standing === 'tooFew') return null;
  const unit = unitOf(figure.method);
  const { lower, upper } = figure.interval;
  return {
    score: formatScore(figure.score, unit, write),
    lower: formatScore(lower, unit, write),
    upper: formatScore(upper, unit, write),
  };
}
