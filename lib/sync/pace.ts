/** A frame counts once, and once more for each so many bytes. */
const bytesPerUnit = 8 * 1024;

/** Work (milliseconds) that a frame is free to make, as one of many people's takes it. */
const freeWork = 10;

/** What share of the process's time work beyond that may take, of one connection and of all of an address together. */
export const workShares = { connection: 0.05, address: 0.5 } as const;

/** How fast frames may come: so many a second on average, more at once after a pause (a token bucket that may go into debt). */
export class Pace {
  private left: number;
  private at: number;

  constructor(
    private readonly perSecond: number,
    private readonly atOnce: number,
    private readonly now: () => number,
    private readonly workShare: number = workShares.connection,
  ) {
    this.left = atOnce;
    this.at = now();
  }

  /**
   * Counts a frame, with the bytes that it asked for, and the milliseconds of work that it made. Returns how long (milliseconds) whoever sent
   * it should wait with the next one; 0 while it is slow enough.
   */
  take(bytes: number, work = 0): number {
    const now = this.now();
    this.left = Math.min(this.atOnce, this.left + ((now - this.at) / 1000) * this.perSecond);
    this.at = now;
    const unitsPerMs = this.perSecond / 1000 / this.workShare;
    this.left -= 1 + bytes / bytesPerUnit + Math.max(0, work - freeWork) * unitsPerMs;
    return this.left >= 0 ? 0 : (-this.left / this.perSecond) * 1000;
  }
}
