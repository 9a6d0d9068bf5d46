import type { AppendEntry, ClientRegistration } from '@/lib/data/documents';

/** One update on its way to the log. `restoreId`: the restore that it is, noted as done with it. */
export type JournalUpdate = { bytes: Uint8Array; actorId: string; clients: ClientRegistration[]; restoreId?: string };

export type Committed = { firstSeq: number; lastSeq: number };

export type JournalListener = {
  /** Updates of the map are committed under these sequence numbers. */
  onCommitted(committed: Committed): void;
  /** Saving the map fails, or works again. It is retried in any case. */
  onFailing(failing: boolean): void;
  /** The map is not there any more: what was not saved cannot be. */
  onGone(): void;
};

type Item = { update: JournalUpdate | null; done: (() => void) | null; settles?: boolean };

/** The updates of one map that are not committed yet, in order, and who waits for them. Emptied by the journal only. */
export class JournalQueue {
  readonly mapId: string;
  readonly listener: JournalListener;
  private readonly wake: (queue: JournalQueue) => void;
  private items: Item[] = [];
  private bytes = 0;
  private gone = false;
  /** Failed attempts since the last that worked; a queue with any is tried alone, so that it cannot hold up others. */
  failures = 0;
  /** When to try again, in milliseconds of the journal's clock. */
  retryAt = 0;

  constructor(mapId: string, listener: JournalListener, wake: (queue: JournalQueue) => void) {
    this.mapId = mapId;
    this.listener = listener;
    this.wake = wake;
  }

  get unsavedBytes(): number {
    return this.bytes;
  }

  get unsavedUpdates(): number {
    return this.items.reduce((count, { update }) => count + (update ? 1 : 0), 0);
  }

  /** How many updates, and others who wait for them, are in it. */
  get length(): number {
    return this.items.length;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  add(update: JournalUpdate): void {
    if (this.gone) return;
    this.items.push({ update, done: null });
    this.bytes += update.bytes.length;
    this.wake(this);
  }

  /** Calls `done` once everything added before is committed: at once when nothing waits, never when the map is gone. */
  after(done: () => void): void {
    if (this.gone) return;
    if (this.items.length === 0) done();
    else this.items.push({ update: null, done });
  }

  /** Resolves when everything that waits now is committed, or the map is gone. */
  settled(): Promise<void> {
    if (this.items.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.items.push({ update: null, done: resolve, settles: true }));
  }

  /** The first items that fit, at least one update; `length` counts items. */
  head(maxBytes: number, maxUpdates: number): { entry: AppendEntry; length: number; bytes: number } {
    const updates: { bytes: Uint8Array; actorId: string }[] = [];
    const clients: ClientRegistration[] = [];
    const restores: string[] = [];
    let bytes = 0;
    let length = 0;
    for (const { update } of this.items) {
      if (update) {
        const full = bytes + update.bytes.length > maxBytes || updates.length >= maxUpdates;
        if (full && updates.length > 0) break;
        bytes += update.bytes.length;
        updates.push({ bytes: update.bytes, actorId: update.actorId });
        clients.push(...update.clients);
        if (update.restoreId !== undefined) restores.push(update.restoreId);
      }
      length += 1;
    }
    const entry = { mapId: this.mapId, updates, clients, ...(restores.length > 0 && { restores }) };
    return { entry, length, bytes };
  }

  /** Takes `length` committed items out and tells those who waited for them. */
  commit(length: number, committed: Committed): void {
    // Whoever began to wait during the commit, for these very updates, is in the queue behind them.
    let end = length;
    while (this.items[end]?.update === null) end += 1;
    const done = this.items.splice(0, end);
    for (const { update } of done) this.bytes -= update?.bytes.length ?? 0;
    try {
      this.listener.onCommitted(committed);
    } finally {
      for (const item of done) item.done?.();
    }
  }

  /** Gives up what waits: there is no map to save it to. Confirmations stay out; whoever waits for quiet is let go. */
  abandon(): void {
    const left = this.items;
    this.gone = true;
    this.items = [];
    this.bytes = 0;
    this.listener.onGone();
    for (const item of left) if (item.settles) item.done?.();
  }
}
