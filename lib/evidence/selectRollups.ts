import { isWithin, type Period } from './period';
import { addCount, type ScoreCounts } from './scoreCounts';
import type { ScoredAnswer, ScoreRollup } from './scoreRollups';

/** Only the answers of these days, and with one of these values (null: none) in each dimension that is named. */
export type RollupFilter = { period?: Period; dimensions?: Readonly<Record<string, readonly (string | null)[]>> };

/** An answer's value of a dimension; null when it has none, or an empty one. A dimension may be called `constructor`, which every object knows. */
export function valueIn({ dimensions }: Pick<ScoredAnswer, 'dimensions'>, dimension: string): string | null {
  return Object.hasOwn(dimensions, dimension) ? dimensions[dimension] || null : null;
}

/** The rollups that a filter lets through. Answers without a day are in no period. */
export function selectRollups(rollups: readonly ScoreRollup[], { period, dimensions = {} }: RollupFilter): ScoreRollup[] {
  const wanted = Object.entries(dimensions);
  return rollups.filter(
    (rollup) =>
      (!period || (rollup.day !== null && isWithin(rollup.day, period))) &&
      wanted.every(([dimension, values]) => values.includes(valueIn(rollup, dimension))),
  );
}

type Counted = Pick<ScoreRollup, 'score' | 'count'>;

/** How often each score was given. */
export function countsOf(rollups: Iterable<Counted>): ScoreCounts {
  const counts = new Map<number, number>();
  for (const { score, count } of rollups) addCount(counts, score, count);
  return counts;
}

/** The same for each group of rollups. */
export function countsBy<Rollup extends Counted, Group>(
  rollups: Iterable<Rollup>,
  groupOf: (rollup: Rollup) => Group,
): Map<Group, ScoreCounts> {
  const groups = new Map<Group, Map<number, number>>();
  for (const rollup of rollups) {
    const group = groupOf(rollup);
    const counts = groups.get(group) ?? new Map<number, number>();
    addCount(counts, rollup.score, rollup.count);
    groups.set(group, counts);
  }
  return groups;
}
