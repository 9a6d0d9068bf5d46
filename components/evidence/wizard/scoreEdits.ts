import type { ColumnPlan, Doubt, RoleOf } from '@/lib/evidence/reading/columns';
import { readScoreNumber } from '@/lib/evidence/reading/values/parseScore';
import { toLabelKey } from '@/lib/evidence/reading/values/scaleLabels';
import { type Direction, type Metric, type ScoreRange, usualDirection, usualRanges } from '@/lib/evidence/scoreScale';
import type { ColumnSample } from './roleChoice';

/** A column of scores. */
export type ScoreColumn = ColumnPlan & { role: RoleOf<'score'> };

const without = (doubts: readonly Doubt[], ...gone: Doubt[]): Doubt[] => doubts.filter((doubt) => !gone.includes(doubt));

/**
 * A column of scores on another range, of another metric. Whether high is good is asked again wherever both occur: it was settled for another
 * question.
 */
function onScale(column: ScoreColumn, metric: Metric, range: ScoreRange): ScoreColumn {
  const direction = usualDirection(metric, range);
  const { role, doubts } = column;
  return {
    ...column,
    role: { ...role, scale: { ...range, metric, direction: direction ?? role.scale.direction } },
    doubts: [
      ...without(doubts, 'score.metricUnclear', 'score.scaleUnclear', 'score.directionUnclear'),
      ...(direction === null ? (['score.directionUnclear'] as const) : []),
    ],
  };
}

/** The column, measuring something else: on its range where that is asked on it, else on the most usual one. */
export function withMetric(column: ScoreColumn, metric: Metric): ScoreColumn {
  const { min, max } = column.role.scale;
  const ranges = usualRanges[metric];
  const own = ranges.find((range) => range.min === min && range.max === max);
  const [first = { min: 0, max: 10 }] = ranges;
  return onScale(column, metric, own ?? (metric === 'nps' ? first : { min, max }));
}

/** The column on other numbers. */
export const withRange = (column: ScoreColumn, range: ScoreRange): ScoreColumn =>
  onScale(column, column.role.scale.metric, range);

/** The column with its good end settled. */
export function withDirection(column: ScoreColumn, direction: Direction): ScoreColumn {
  const { role, doubts } = column;
  return {
    ...column,
    role: { ...role, scale: { ...role.scale, direction } },
    doubts: without(doubts, 'score.directionUnclear'),
  };
}

/** The column with a number for an answer in words; null: these words are no answer. */
export function withLabel(column: ScoreColumn, words: string, value: number | null): ScoreColumn {
  const { [words]: _before, ...others } = column.role.labels;
  return { ...column, role: { ...column.role, labels: value === null ? others : { ...others, [words]: value } } };
}

/** Words that are shown to be given a number: more are no scale. */
const mostWords = 15;

/** Answers in words that a column has or could have numbers for: those that have one, and those that its cells show. */
export function wordsOf({ role }: ScoreColumn, { cells, decimal }: ColumnSample): string[] {
  const shown = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && readScoreNumber(cell, role.scale.max, decimal) === null)
    .map(toLabelKey);
  const words = new Set([...Object.keys(role.labels), ...shown]);
  return words.size > mostWords + Object.keys(role.labels).length ? Object.keys(role.labels) : [...words];
}
