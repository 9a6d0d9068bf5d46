/** How many answers there are of each score. Every figure is reckoned from such counts, none from the answers themselves. */
export type ScoreCounts = ReadonlyMap<number, number>;

/** Adds so many answers of a score. */
export function addCount(counts: Map<number, number>, score: number, count: number): void {
  counts.set(score, (counts.get(score) ?? 0) + count);
}

/** Counts answers one by one. */
export function countScores(scores: Iterable<number>): ScoreCounts {
  const counts = new Map<number, number>();
  for (const score of scores) addCount(counts, score, 1);
  return counts;
}

/** All answers of several counts together. */
export function mergeCounts(parts: Iterable<ScoreCounts>): ScoreCounts {
  const counts = new Map<number, number>();
  for (const part of parts) for (const [score, count] of part) addCount(counts, score, count);
  return counts;
}

/** How many answers were counted. */
export function totalOf(counts: ScoreCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
