/** Epochs count from here, one a second: within PostgreSQL's integer until 2094. */
const start = Date.UTC(2026, 0, 1);
const largest = 2 ** 31 - 2;

/**
 * What the epochs of a restored installation must be above. An open tab names the epoch of what it knows; with another one it is told to
 * reload before anything merges, so that it cannot bring back what the restore took away. The replaced installation's epochs may be
 * unknown: a backup is restored on another machine, and the address moves there. So the time of the restore is an epoch, too: two restores
 * of one backup get different ones unless they happen in the same second, and maps that were never restored have small ones.
 */
export function nextEpoch(before: number, now: Date): number {
  const seconds = Math.floor((now.getTime() - start) / 1000);
  return Math.min(largest, Math.max(before, seconds, 0));
}
