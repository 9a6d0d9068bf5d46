import * as Y from 'yjs';
import type { StoredDocument } from '@/lib/data/documentLog';
import { isAlive, recordsOf } from '@/lib/document/schema';
import { Draft } from './draft';
import type { SyncLimits } from './limits';
import { MalformedFrame } from './protocol';
import type { UpdateContent } from './updateContent';
import { wouldKeepTooMuchWaiting } from './waitingUpdates';

type DocumentLimits = Pick<SyncLimits, 'documentBytes' | 'waitingBytes' | 'cards'>;

/** Origin of everything that came over a socket or out of the log. */
const received = Symbol('received');

/** Encoded states are kept for so long (milliseconds) after one was last asked for, and so many of them. */
const keepEncodedMs = 1_000;
const encodedAtOnce = 4;

const emptyVector = new Uint8Array([0]);

/** What taking in an update led to. */
export type Applied = {
  /** For the log; null when it held nothing new. */
  logged: Uint8Array | null;
  /** For the other people in the room; null when there is nothing (yet) that they lack. */
  shown: Uint8Array | null;
  /** Something from earlier had waited for this update: its sender may lack it too. */
  filledGap: boolean;
};

/** The update would make the document larger than allowed; nothing of it was taken in. */
export class DocumentTooLarge extends Error {
  override name = 'DocumentTooLarge';
}

/** Taking in a well-formed update failed half-way: the document in memory is not to be trusted any more. */
export class DocumentBroken extends Error {
  override name = 'DocumentBroken';
}

/** The document of a room in memory: takes in updates and knows what of them is new. */
export class RoomDocument {
  readonly doc = new Y.Doc();
  readonly epoch: number;
  schemaVersion: number;
  /** The last sequence number whose update is in `doc` and committed. */
  seq: number;
  /** Updates and bytes of the log since the last snapshot. */
  logged: { updates: number; bytes: number };
  private readonly limits: DocumentLimits;
  /** Never less than the encoded state's size. */
  private estimatedBytes: number;
  private readonly draft = new Draft();
  /** By what the other side has. */
  private readonly encoded = new Map<string, Uint8Array>();
  private encodedTimer: NodeJS.Timeout | null = null;
  private emitted: Uint8Array[] = [];

  /** Throws when what was stored cannot be applied. */
  constructor(stored: StoredDocument, limits: DocumentLimits) {
    this.epoch = stored.epoch;
    this.schemaVersion = stored.schemaVersion;
    this.seq = stored.seq;
    this.limits = limits;
    this.doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(this.doc, stored.snapshot, received);
      for (const update of stored.updates) Y.applyUpdate(this.doc, update, received);
    }, received);
    const bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.logged = { updates: stored.updates.length, bytes };
    this.estimatedBytes = bytes + (stored.snapshot?.length ?? 0);
    this.doc.on('update', (update: Uint8Array) => this.emitted.push(update));
  }

  /** The client id under which the server writes. */
  get ownClientId(): number {
    return this.draft.clientId;
  }

  /** The clock behind the last struct of a client id. */
  clockOf(clientId: number): number {
    return Y.getState(this.doc.store, clientId);
  }

  /** Takes in an update. Throws `DocumentTooLarge`, or `DocumentBroken` after which the document must be read anew. */
  apply(update: Uint8Array): Applied {
    this.requireRoom(update.length);
    return this.applyStored(update);
  }

  /** The same with an update that is in the log already: whatever its size, it belongs to the document. Throws `DocumentBroken`. */
  applyStored(update: Uint8Array): Applied {
    const pendingBefore = this.pending();
    this.emitted = [];
    try {
      Y.applyUpdate(this.doc, update, received);
    } catch (cause) {
      throw new DocumentBroken('an update could be taken in only in part', { cause });
    }
    const shown = this.takeEmitted();
    // What waits for an earlier update that is still missing is not in what Yjs emits: the log gets the bytes as they came.
    const pending = this.pending();
    const waits = !isSame(pendingBefore, pending);
    const filledGap = waits && pendingBefore.some(Boolean);
    return this.note({ shown, logged: waits && pending.some(Boolean) ? update : shown, filledGap });
  }

  /** Makes a change of the server's own. One that throws half-way, or makes the document too large, leaves no trace. */
  change(change: (doc: Y.Doc) => void): Applied {
    try {
      return this.apply(this.draft.make(this.doc, change));
    } catch (error) {
      this.draft.discard();
      throw error;
    }
  }

  /** The encoded state. */
  state(): Uint8Array {
    return this.encodeSince(emptyVector);
  }

  /** Made once for each state of the document, so that many people can come, or come back, at once; kept a little longer than it is asked for. */
  private encodeSince(vector: Uint8Array): Uint8Array {
    const key = Buffer.from(vector).toString('latin1');
    const encoded = this.encoded.get(key) ?? Y.encodeStateAsUpdate(this.doc, vector);
    // The one that was asked for longest ago makes room.
    this.encoded.delete(key);
    if (this.encoded.size === encodedAtOnce) this.encoded.delete(this.encoded.keys().next().value ?? '');
    this.encoded.set(key, encoded);
    this.encodedTimer ??= setTimeout(() => this.dropEncoded(), keepEncodedMs).unref();
    this.encodedTimer.refresh();
    return encoded;
  }

  private dropEncoded(): void {
    if (this.encodedTimer) clearTimeout(this.encodedTimer);
    this.encodedTimer = null;
    this.encoded.clear();
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What somebody with this state vector lacks. Throws `MalformedFrame`. */
  stateSince(vector: Uint8Array): Uint8Array {
    try {
      Y.decodeStateVector(vector);
    } catch (cause) {
      throw new MalformedFrame('a state vector that cannot be decoded', { cause });
    }
    return this.encodeSince(vector);
  }

  destroy(): void {
    this.draft.discard();
    this.dropEncoded();
    this.doc.destroy();
  }

  /** Throws `DocumentTooLarge` when these cards would make too many. Deleted ones, and those that are there already, do not count. */
  requireRoomForCards(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    const cards = recordsOf(this.doc, 'cards');
    const added = [...ids].filter((id) => !cards.has(id)).length;
    if (added === 0 || cards.size + added <= this.limits.cards) return;
    const alive = [...cards.values()].filter((card) => card instanceof Y.Map && isAlive(card)).length;
    if (alive + added > this.limits.cards) throw new DocumentTooLarge(`more than ${this.limits.cards} cards`);
  }

  /** Throws `DocumentTooLarge` when too much would wait for updates that are missing. */
  requireRoomToWait(update: Uint8Array, content: UpdateContent): void {
    const { waitingBytes } = this.limits;
    if (!wouldKeepTooMuchWaiting(this.doc, update, content, waitingBytes)) return;
    throw new DocumentTooLarge(`more than ${waitingBytes} bytes would wait for earlier updates`);
  }

  private requireRoom(bytes: number): void {
    const { documentBytes } = this.limits;
    if (this.estimatedBytes + bytes <= documentBytes) return;
    this.estimatedBytes = this.state().length;
    if (this.estimatedBytes + bytes > documentBytes) throw new DocumentTooLarge(`more than ${documentBytes} bytes`);
  }

  private takeEmitted(): Uint8Array | null {
    const emitted = this.emitted;
    this.emitted = [];
    return emitted.length > 1 ? Y.mergeUpdates(emitted) : (emitted[0] ?? null);
  }

  private note(applied: Applied): Applied {
    if (applied.logged) {
      this.encoded.clear();
      this.estimatedBytes += applied.logged.length;
      this.logged = { updates: this.logged.updates + 1, bytes: this.logged.bytes + applied.logged.length };
    }
    return applied;
  }

  private pending(): (Uint8Array | undefined | null)[] {
    return [this.doc.store.pendingStructs?.update, this.doc.store.pendingDs];
  }
}

function isSame(before: (Uint8Array | undefined | null)[], after: (Uint8Array | undefined | null)[]): boolean {
  return before.every((bytes, index) => {
    const other = after[index];
    if (!bytes || !other) return !bytes && !other;
    return bytes === other || Buffer.compare(bytes, other) === 0;
  });
}
