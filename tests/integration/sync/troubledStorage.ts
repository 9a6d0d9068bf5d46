import type { SyncStorage } from '@/lib/sync/storage';

/** Around a real storage: holds commits back, fails for a while, and remembers what it was asked to commit. */
export class TroubledStorage {
  /** What each transaction that came through held. */
  readonly batches: { mapId: string; updates: number }[][] = [];
  failures = 0;
  private broken: 'nothing' | 'everything' | { mapId: string } = 'nothing';
  private held: Promise<void> | null = null;
  private release: () => void = () => undefined;
  private waiting = 0;
  private readonly arrivals = new Set<() => void>();

  /** From now on commits wait. */
  hold(): void {
    this.held = new Promise((resolve) => {
      this.release = resolve;
    });
  }

  letGo(): void {
    this.held = null;
    this.release();
  }

  /** Resolves when a commit waits. */
  async reached(): Promise<void> {
    while (this.waiting === 0) await new Promise<void>((resolve) => this.arrivals.add(resolve));
  }

  /** From now on every commit fails, or every one that has to do with a map. */
  fail(mapId?: string): void {
    this.failures = 0;
    this.broken = mapId === undefined ? 'everything' : { mapId };
  }

  mend(): void {
    this.broken = 'nothing';
  }

  around(real: SyncStorage): SyncStorage {
    return {
      ...real,
      append: async (batch) => {
        if (this.held) {
          this.waiting += 1;
          for (const arrived of this.arrivals) arrived();
          this.arrivals.clear();
          await this.held;
          this.waiting -= 1;
        }
        const { broken } = this;
        if (broken === 'everything' || (broken !== 'nothing' && batch.some((entry) => entry.mapId === broken.mapId))) {
          this.failures += 1;
          throw new Error('the disk is full');
        }
        this.batches.push(batch.map((entry) => ({ mapId: entry.mapId, updates: entry.updates.length })));
        return real.append(batch);
      },
    };
  }
}
