import type { ScoreCounts } from '@/lib/evidence/scoreCounts';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import type { Direction, Metric, ScoreScale } from '@/lib/evidence/scoreScale';

export function scaleOf(metric: Metric, min: number, max: number, direction: Direction = 'highIsGood'): ScoreScale {
  return { metric, min, max, direction };
}

export const nps: Reckoning = { scale: scaleOf('nps', 0, 10), method: { kind: 'nps' } };
/** Top-2 box of 1–5. */
export const satisfied: Reckoning = { scale: scaleOf('csat', 1, 5), method: { kind: 'share', from: 4 } };
/** CES 2.0: “made it easy”, 1–7. */
export const ease: Reckoning = { scale: scaleOf('ces', 1, 7), method: { kind: 'mean' } };
/** CES 1.0: “how much effort”, 1–5, 1 is good. */
export const effort: Reckoning = { scale: scaleOf('ces', 1, 5, 'lowIsGood'), method: { kind: 'mean' } };

/** So many promoters and detractors among so many answers. */
export function npsCounts(promoters: number, detractors: number, answers: number): ScoreCounts {
  return new Map([
    [9, promoters],
    [8, answers - promoters - detractors],
    [5, detractors],
  ]);
}

/** Counts in the order of the scores, from `first` on. */
export function countsFrom(first: number, ...counts: number[]): ScoreCounts {
  return new Map(counts.map((count, index) => [first + index, count]));
}
