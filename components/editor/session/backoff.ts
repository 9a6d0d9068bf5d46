/** Longest pause between two attempts to connect, in milliseconds. */
export const longestPause = 15_000;

/**
 * The pause before attempt number `attempt` (1 …), in milliseconds: doubling, and spread at random over its upper three
 * quarters, so that forty browsers do not come back in the same instant after a restart. `random` is within 0–1.
 */
export function pauseBefore(attempt: number, random: number): number {
  const full = Math.min(longestPause, 300 * 2 ** Math.min(attempt - 1, 16));
  return Math.round(full * (0.25 + 0.75 * random));
}
