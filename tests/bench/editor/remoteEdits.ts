import type { Page } from '@playwright/test';
import { pause } from '../sync/schedule';
import type { Crowd } from './board';
import { markerOf, type Note } from './notes';

export const people = 20;
const editsPerSecond = 5;
/** What has not been painted so long after the last edit counts with the time that it has waited. */
const graceMs = 5_000;

/** Edits that remote people make, and when. */
export class RemoteEdits {
  private readonly notes: readonly Note[];
  private readonly sent: { marker: string; note: number; at: number }[] = [];

  constructor(notes: readonly Note[]) {
    this.notes = notes;
  }

  /** Everybody writes into a note of their own, in turn, so often a second. */
  async edit(crowd: Crowd, seconds: number): Promise<void> {
    const start = performance.now();
    const count = seconds * people * editsPerSecond;
    for (let at = 0; at < count; at++) {
      const left = start + (at * 1_000) / (people * editsPerSecond) - performance.now();
      // Also when it comes late: the page's own answers are read in this process, and would wait for ever.
      await pause(Math.max(0, left));
      const person = at % people;
      const note = this.notes[person % this.notes.length];
      if (!note) throw new Error('nobody’s note is in view');
      const marker = markerOf(this.sent.length);
      this.sent.push({ marker, note: person % this.notes.length, at: Date.now() });
      crowd.edit(person, { id: note.id, text: `${marker} ${note.text}` });
    }
  }

  /** Milliseconds from each edit until it was painted, or until a later one of the same note was. */
  async found(page: Page): Promise<{ remote: number[]; unseen: number }> {
    await pause(graceMs);
    const painted = new Map(await page.evaluate(() => globalThis.bench.takeMarkers()));
    const now = Date.now();
    const next = new Map<number, number>();
    let unseen = 0;
    const remote = this.sent.toReversed().map(({ marker, note, at }) => {
      const seen = Math.min(painted.get(marker) || Number.POSITIVE_INFINITY, next.get(note) ?? Number.POSITIVE_INFINITY);
      if (Number.isFinite(seen)) next.set(note, seen);
      else unseen++;
      return Math.min(seen, now) - at;
    });
    return { remote, unseen };
  }
}
