import type { Reckoning } from '../scoreMethod';
import type { ScoreRollup } from '../scoreRollups';
import { countsBy, valueIn } from '../selectRollups';
import { type AnswerLimits, usualLimits } from './answerLimits';
import { type Figure, toFigure } from './figure';

/** The score of the answers with the same value of a dimension; `value` is null for those that have none. */
export type GroupFigure = { value: string | null; figure: Figure };

/** A score, split by segment, channel or another dimension: the group with the most answers first. */
export function splitFigures(
  rollups: readonly ScoreRollup[],
  dimension: string,
  reckoning: Reckoning,
  limits: AnswerLimits = usualLimits,
): GroupFigure[] {
  const groups = countsBy(rollups, (rollup) => valueIn(rollup, dimension));
  return Array.from(groups, ([value, counts]) => ({ value, figure: toFigure(counts, reckoning, limits) })).sort(
    (a, b) => b.figure.n - a.figure.n || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}
