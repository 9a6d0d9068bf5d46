import type { Logger } from 'pino';
import type { Connection } from './connection';
import type { Journal } from './journal';
import type { Committed, JournalQueue, JournalUpdate } from './journalQueue';
import type { SyncLimits } from './limits';
import { encodeNotSavedFrame } from './protocol';
import { DocumentBroken, type RoomDocument } from './roomDocument';
import type { SyncStorage } from './storage';

type SavesOptions = {
  mapId: string;
  journal: Journal;
  storage: SyncStorage;
  limits: SyncLimits;
  log: Logger;
  connections: ReadonlySet<Connection>;
  /** Updates that another process committed are now in the document; these bytes are what was new. */
  onForeign: (shown: Uint8Array) => void;
  /** The map was deleted. */
  onGone: () => void;
  /** What is in memory is not to be trusted any more. */
  onBroken: () => void;
  /** Something was committed. */
  onCommitted: () => void;
};

/** What of a room is on its way to the log, and what its people are told about it. */
export class RoomSaves {
  isFailing = false;
  /** The map was deleted: what was not saved cannot be. */
  isGone = false;
  private readonly options: SavesOptions;
  private readonly queue: JournalQueue;
  private document: RoomDocument | null = null;
  /** Connections whose next update waits until less of the room is unsaved. */
  private heldBack = new Set<Connection>();
  private catchingUp = false;
  /** A commit has shown a gap while the last one was being read. */
  private fellBehind = false;

  constructor(options: SavesOptions) {
    this.options = options;
    this.queue = options.journal.open(options.mapId, {
      onCommitted: (committed) => this.committed(committed),
      onFailing: (failing) => this.tellFailing(failing),
      onGone: () => {
        this.isGone = true;
        options.onGone();
      },
    });
  }

  /** From now on commits are entered as this document's. */
  begin(document: RoomDocument): void {
    this.document = document;
  }

  get isQuiet(): boolean {
    return this.queue.isEmpty && !this.catchingUp;
  }

  add(update: JournalUpdate): void {
    this.queue.add(update);
  }

  /** Whether too much is unsaved to take in more. The connection is then held until less is; reading and presence go on for others. */
  mustWait(connection: Connection): boolean {
    if (this.queue.unsavedBytes <= this.options.limits.unsavedBytes) return false;
    this.heldBack.add(connection);
    connection.hold();
    return true;
  }

  /** Tells somebody who has just come if saving fails. */
  welcome(connection: Connection): void {
    if (this.isFailing && connection.target.confirm) connection.send(encodeNotSavedFrame(true));
  }

  /** Calls `done` once everything that was added before is committed. */
  after(done: () => void): void {
    this.queue.after(done);
  }

  /** Resolves when everything that waits now is committed, or the map is gone. */
  settled(): Promise<void> {
    return this.queue.settled();
  }

  private committed({ firstSeq, lastSeq }: Committed): void {
    const { document, options } = this;
    if (!document) return;
    if (firstSeq === document.seq + 1) document.seq = lastSeq;
    // The numbers between belong to another process, or to a change behind the room's back: read them before going on.
    else void this.catchUp(document);
    if (this.queue.unsavedBytes <= options.limits.unsavedBytes / 2) {
      const held = this.heldBack;
      this.heldBack = new Set();
      for (const connection of held) connection.release();
    }
    options.onCommitted();
  }

  private async catchUp(document: RoomDocument): Promise<void> {
    this.fellBehind = true;
    if (this.catchingUp) return;
    this.catchingUp = true;
    const { storage, mapId, log, onForeign, onBroken } = this.options;
    try {
      while (this.fellBehind) {
        this.fellBehind = false;
        for (const { bytes, seq } of await storage.listSince(mapId, document.seq)) {
          const { shown } = document.applyStored(bytes);
          document.seq = seq;
          if (shown) onForeign(shown);
        }
      }
    } catch (error) {
      // The next commit shows the same gap and tries again.
      log.error({ err: error, mapId }, 'updates of another writer could not be read');
      if (error instanceof DocumentBroken) onBroken();
    } finally {
      this.catchingUp = false;
    }
  }

  private tellFailing(failing: boolean): void {
    this.isFailing = failing;
    const frame = encodeNotSavedFrame(failing);
    for (const connection of this.options.connections) if (connection.target.confirm) connection.send(frame);
  }
}
