import { percentile } from '../sync/schedule';

const frameMs = 1_000 / 60;

/** How smooth a movement was: milliseconds from frame to frame, and the share of a screen's frames (percent) in which nothing new came. */
export type Frames = { median: number; p95: number; dropped: number };

export function framesOf(deltas: readonly number[]): Frames {
  const missed = deltas.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / frameMs) - 1), 0);
  return {
    median: percentile(deltas, 0.5),
    p95: percentile(deltas, 0.95),
    dropped: (100 * missed) / (missed + deltas.length),
  };
}
