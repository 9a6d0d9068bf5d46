import { activityRows, type MapActivity } from '@/lib/data/activity';

type Waiting = { entry: MapActivity; done: () => void; fail: (error: unknown) => void };

/** Gathers what many rooms have for the activity list, so that it costs one statement and not one for each room in which somebody types. */
export class ActivityWriter {
  private readonly append: (entries: readonly MapActivity[]) => Promise<void>;
  private readonly gatherMs: number;
  private waiting: Waiting[] = [];

  constructor(append: (entries: readonly MapActivity[]) => Promise<void>, gatherMs: number) {
    this.append = append;
    this.gatherMs = gatherMs;
  }

  /** Resolves once it is written; rejects when it could not be. */
  record(entry: MapActivity): Promise<void> {
    return new Promise((done, fail) => {
      if (this.waiting.length === 0) setTimeout(() => void this.write(), this.gatherMs);
      this.waiting.push({ entry, done, fail });
    });
  }

  private async write(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    for (const batch of toBatches(waiting)) {
      try {
        await this.append(batch.map(({ entry }) => entry));
        for (const { done } of batch) done();
      } catch {
        // One map's changes must not keep the others' from being written.
        for (const { entry, done, fail } of batch) await this.append([entry]).then(done, fail);
      }
    }
  }
}

/** Each fits into one statement, so that all of it is written or nothing; a room that has more than that is alone. */
function toBatches(waiting: readonly Waiting[]): Waiting[][] {
  const batches: Waiting[][] = [];
  let room = 0;
  for (const one of waiting) {
    room -= one.entry.changes.length;
    if (room >= 0) batches.at(-1)?.push(one);
    else {
      batches.push([one]);
      room = activityRows - one.entry.changes.length;
    }
  }
  return batches;
}
