/** One thing to do at a time that was fixed beforehand (milliseconds of `performance.now`). */
export type Planned = { due: number; send: () => void };

/** From so many milliseconds before a time on, it is waited for without sleeping: timers are a millisecond too coarse. */
const awakeMs = 2;

/**
 * Does everything at its time, whether the server keeps up or not: what is late is done at once, and its lateness is the server's to answer
 * for, as latency counts from the planned time. Returns by how many milliseconds this side was late (99th percentile).
 */
export async function sendOnTime(plan: readonly Planned[]): Promise<number> {
  const late: number[] = [];
  for (const { due, send } of plan) {
    for (let left = due - performance.now(); left > 0; left = due - performance.now()) {
      // setImmediate lets sockets be read meanwhile.
      await new Promise<void>((resolve) => (left > awakeMs ? setTimeout(resolve, left - awakeMs) : setImmediate(resolve)));
    }
    late.push(performance.now() - due);
    send();
  }
  return percentile(late, 0.99);
}

/** The value below which this share lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a check holds, at most so long; returns whether it did. */
export async function settles(check: () => boolean, atMostMs: number): Promise<boolean> {
  const end = performance.now() + atMostMs;
  while (!check()) {
    if (performance.now() > end) return false;
    await pause(5);
  }
  return true;
}
