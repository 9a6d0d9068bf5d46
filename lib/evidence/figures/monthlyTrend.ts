import { monthBefore, monthOf } from '../period';
import type { Reckoning } from '../scoreMethod';
import type { ScoreRollup } from '../scoreRollups';
import { countsBy } from '../selectRollups';
import { type AnswerLimits, usualLimits } from './answerLimits';
import { type Comparison, compareFigures } from './compareFigures';
import { type Figure, toFigure } from './figure';

/** A month's score. `change`: since the month before; null when nobody answered then, so that no line is drawn from there. */
export type TrendPoint = { month: string; figure: Figure; change: Comparison | null };

/**
 * The scores of all months in which somebody answered, oldest first. A month's score is that of all its answers, never a mean of daily scores. Answers
 * without a day are in no month.
 */
export function monthlyTrend(
  rollups: readonly ScoreRollup[],
  reckoning: Reckoning,
  limits: AnswerLimits = usualLimits,
): TrendPoint[] {
  const dated = rollups.flatMap((rollup) => (rollup.day === null ? [] : [{ ...rollup, month: monthOf(rollup.day) }]));
  const figures = new Map<string, Figure>();
  for (const [month, counts] of countsBy(dated, ({ month }) => month)) figures.set(month, toFigure(counts, reckoning, limits));
  return [...figures.keys()].sort().flatMap((month) => {
    const [figure, before] = [figures.get(month), figures.get(monthBefore(month))];
    return figure ? [{ month, figure, change: before ? compareFigures(before, figure) : null }] : [];
  });
}
