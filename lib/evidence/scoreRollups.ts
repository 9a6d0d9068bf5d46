/** An answer of one score column: its score, its day if that is known, and what it is told apart by (touchpoint, channel, segment …). */
export type ScoredAnswer = { day: string | null; dimensions: Readonly<Record<string, string>>; score: number };

/**
 * How many answers of one score column have the same day, dimensions and score. Rollups are changed when answers come and go, so that no figure has
 * to look at the answers again.
 */
export type ScoreRollup = ScoredAnswer & { count: number };

/** The same key for the same day, dimensions and score, in whatever order the dimensions were written. */
function keyOf({ day, dimensions, score }: ScoredAnswer): string {
  const entries = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([day, score, entries]);
}

/** Adds rollups to `sums`, `times` −1 to take them away. Those of which nothing is left go. */
function addTo(sums: Map<string, ScoreRollup>, rollups: Iterable<ScoreRollup>, times: 1 | -1): void {
  for (const rollup of rollups) {
    const key = keyOf(rollup);
    const count = (sums.get(key)?.count ?? 0) + times * rollup.count;
    if (count < 0) throw new RangeError('More answers were taken away than there were');
    if (count === 0) sums.delete(key);
    else sums.set(key, { ...rollup, count });
  }
}

/** Rollups of several parts together, each kind of answer once. */
export function mergeRollups(parts: Iterable<Iterable<ScoreRollup>>): ScoreRollup[] {
  const sums = new Map<string, ScoreRollup>();
  for (const part of parts) addTo(sums, part, 1);
  return [...sums.values()];
}

/** The rollups of answers. */
export function rollUp(answers: Iterable<ScoredAnswer>): ScoreRollup[] {
  return mergeRollups([Array.from(answers, ({ day, dimensions, score }) => ({ day, dimensions, score, count: 1 }))]);
}

/** What is left after answers were erased. Throws `RangeError` when some were taken away that had not been counted. */
export function withoutRollups(rollups: Iterable<ScoreRollup>, erased: Iterable<ScoreRollup>): ScoreRollup[] {
  const sums = new Map<string, ScoreRollup>();
  addTo(sums, rollups, 1);
  addTo(sums, erased, -1);
  return [...sums.values()];
}
