import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AppendEntry } from '@/lib/data/documents';
import type { SyncCounters } from './counters';
import { type JournalListener, JournalQueue } from './journalQueue';
import type { SyncLimits } from './limits';
import type { Unsaved } from './roomsStatus';
import type { SyncStorage } from './storage';

type JournalOptions = {
  append: SyncStorage['append'];
  limits: Pick<SyncLimits, 'groupMs' | 'restMs' | 'batchBytes' | 'batchUpdates' | 'retryMs' | 'retryMaxMs'>;
  log: Logger;
  counters: SyncCounters;
  now: () => number;
};

type Part = { queue: JournalQueue; entry: AppendEntry; length: number };

/**
 * Group commit over all rooms: what gathers within a few milliseconds, or while a commit is under way, goes into one
 * transaction. A failed save is retried for ever. After a joint failure each map is tried alone until it succeeds, so that
 * one map's data cannot keep the others from being saved.
 */
export class Journal {
  private readonly options: JournalOptions;
  /** Queues with something to save, the one that has waited longest first. */
  private readonly waiting = new Set<JournalQueue>();
  private timer: NodeJS.Timeout | null = null;
  private running = false;
  private suspectsTurn = false;
  /** Attempts in a row that failed, over all maps: failing maps take turns at a growing distance. */
  private failuresInARow = 0;
  private suspectsRestUntil = 0;
  private isClosed = false;

  constructor(options: JournalOptions) {
    this.options = options;
  }

  /** A queue for a map's updates. */
  open(mapId: string, listener: JournalListener): JournalQueue {
    return new JournalQueue(mapId, listener, (queue) => {
      this.waiting.add(queue);
      this.schedule(this.options.limits.groupMs);
    });
  }

  /** What is in memory and not on disk. */
  unsaved(): Unsaved {
    let updates = 0;
    let bytes = 0;
    let failingMaps = 0;
    for (const queue of this.waiting) {
      if (queue.failures > 0) failingMaps += 1;
      updates += queue.unsavedUpdates;
      bytes += queue.unsavedBytes;
    }
    return { updates, bytes, failingMaps };
  }

  private schedule(delay: number): void {
    if (this.running || this.timer || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.run();
    }, delay);
  }

  /** Gives up what could not be saved: the process ends. */
  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Commits until nothing is due. */
  private async run(): Promise<void> {
    this.running = true;
    for (let queues = this.due(); queues.length > 0 && !this.isClosed; queues = this.due()) {
      const next = this.options.now() + this.options.limits.restMs;
      const { parts, isFull } = this.gather(queues);
      await this.save(parts);
      // A commit costs as much for one edit as for many, and the more there are the more they cost everybody's edits.
      const rest = next - this.options.now();
      if (!isFull && rest > 0) await sleep(rest);
    }
    this.running = false;
    const next = this.nextDue();
    if (next === null) return;
    // What arrived meanwhile was told to wait for this run; a failing map may be due later than a healthy one.
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.schedule(Math.max(1, next - this.options.now()));
  }

  /** The queues to save next: all healthy ones together, or one failing one alone, in turns. */
  private due(): JournalQueue[] {
    const now = this.options.now();
    const all = [...this.waiting];
    const healthy = all.filter((queue) => queue.failures === 0);
    const suspect = now < this.suspectsRestUntil ? undefined : all.find((queue) => queue.failures > 0 && queue.retryAt <= now);
    if (suspect && (this.suspectsTurn || healthy.length === 0)) {
      this.suspectsTurn = false;
      return [suspect];
    }
    this.suspectsTurn = true;
    return healthy;
  }

  private nextDue(): number | null {
    let next: number | null = null;
    for (const queue of this.waiting) {
      const at = queue.failures === 0 ? this.options.now() : Math.max(queue.retryAt, this.suspectsRestUntil);
      if (next === null || at < next) next = at;
    }
    return next;
  }

  private gather(queues: JournalQueue[]): { parts: Part[]; isFull: boolean } {
    let { batchBytes: bytes, batchUpdates: updates } = this.options.limits;
    const parts: Part[] = [];
    for (const queue of queues) {
      if (bytes <= 0 || updates <= 0) break;
      const head = queue.head(bytes, updates);
      bytes -= head.bytes;
      updates -= head.entry.updates.length;
      parts.push({ queue, entry: head.entry, length: head.length });
    }
    return { parts, isFull: bytes <= 0 || updates <= 0 || parts.some(({ queue, length }) => length < queue.length) };
  }

  private async save(parts: Part[]): Promise<void> {
    // Behind the others next time, should this commit not take all of it.
    for (const { queue } of parts) {
      this.waiting.delete(queue);
      this.waiting.add(queue);
    }
    const { append, now, counters } = this.options;
    const started = now();
    try {
      const results = new Map((await append(parts.map((part) => part.entry))).map((result) => [result.mapId, result]));
      const updates = parts.reduce((sum, part) => sum + part.entry.updates.length, 0);
      counters.committed({ updates, seconds: (now() - started) / 1000 });
      for (const part of parts) {
        const result = results.get(part.queue.mapId);
        this.guard(() => {
          if (result && 'lastSeq' in result) this.succeeded(part, result);
          else part.queue.abandon();
        });
        if (part.queue.isEmpty) this.waiting.delete(part.queue);
      }
    } catch (error) {
      this.failed(parts, error);
    }
  }

  private succeeded({ queue, length }: Part, committed: { firstSeq: number; lastSeq: number }): void {
    this.failuresInARow = 0;
    this.suspectsRestUntil = 0;
    if (queue.failures > 0) {
      queue.failures = 0;
      // What ailed this map may have ailed the others.
      for (const other of this.waiting) other.retryAt = 0;
      queue.listener.onFailing(false);
    }
    queue.commit(length, committed);
  }

  private failed(parts: Part[], error: unknown): void {
    const { limits, now, log, counters } = this.options;
    counters.saveFailed();
    this.failuresInARow += 1;
    this.suspectsRestUntil =
      now() + Math.min(limits.retryMs * 2 ** Math.min(this.failuresInARow - 1, 10), limits.retryMaxMs) / 10;
    log.error({ err: error, maps: parts.length, failures: this.failuresInARow }, 'edits could not be saved; trying again');
    for (const { queue } of parts) {
      queue.failures += 1;
      const pause = Math.min(limits.retryMs * 2 ** Math.min(queue.failures - 1, 20), limits.retryMaxMs);
      queue.retryAt = now() + pause;
      if (queue.failures === 1) this.guard(() => queue.listener.onFailing(true));
    }
  }

  /** A listener that fails must not look like a failed save: the updates are committed. */
  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.options.log.error({ err: error }, 'a room failed while it was told of a commit');
    }
  }
}
