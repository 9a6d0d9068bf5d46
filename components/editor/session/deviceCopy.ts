import { addAutoKey, del, get, getLastKey, put, transact } from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { type DeviceCopyKey, listUnconfirmed, toDatabaseName, unconfirmedKey, whenCommitted } from './deviceDatabase';

/** A browser that neither opens nor refuses its database within this time (milliseconds) is treated as having none. */
const openTimeout = 4_000;
/** How long to wait before trying again to store what the browser refused. */
const retryDelay = 5_000;

/** The document's copy in this browser: edits made offline survive a reload. */
export type DeviceCopy = {
  /** Reads the copy into the document. Never rejects: without a database the map works, only nothing is kept. */
  load(): Promise<{ available: boolean; leftFromBefore: number }>;
  /** Notes how many edits are unconfirmed, for the next visit. */
  noteUnconfirmed(changes: number): void;
  /** The edits left from before are confirmed: their notes may go. */
  forgetBefore(): void;
  /** Whether every edit until now is stored here, as far as known at this moment. */
  isStored(): boolean;
  /** Deletes the copy. */
  remove(): Promise<void>;
  destroy(): void;
};

export type DeviceCopyOptions = {
  /** Told when storing begins to fail, and when it works again. */
  onKept(kept: boolean): void;
};

/** A copy of `doc` under the key's name. Nothing is read before `load`. */
export function createDeviceCopy(doc: Y.Doc, key: DeviceCopyKey, { onKept }: DeviceCopyOptions): DeviceCopy {
  const persistence = new IndexeddbPersistence(toDatabaseName(key), doc);
  let database: IDBDatabase | null = null;
  let before: { key: string; changes: number }[] = [];
  let unconfirmed = 0;
  let noted = 0;
  let seen = 0;
  let stored = 0;
  let lastKey = 0;
  let busy = false;
  let destroyed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /**
   * y-indexeddb does not tell whether a write succeeded. Transactions on one store run in order, and each update takes the
   * next key: so a later transaction that finds the key it expects knows that all updates are stored. If not, it stores
   * the whole state itself.
   */
  async function verify(): Promise<void> {
    if (busy || destroyed || !database) return;
    if (stored === seen && noted === unconfirmed) return;
    busy = true;
    const upTo = seen;
    const note = unconfirmed;
    try {
      const [updates, custom] = transact(database, ['updates', 'custom']);
      if (!updates || !custom) throw new Error('The database lacks its stores.');
      const committed = whenCommitted(updates.transaction);
      committed.catch(() => undefined);
      let last = Number((await getLastKey(updates)) ?? 0);
      if (last < lastKey + (upTo - stored)) {
        last = await addAutoKey(updates, Y.encodeStateAsUpdate(doc) as unknown as ArrayBuffer);
      }
      if (note === 0) await del(custom, unconfirmedKey(doc.clientID));
      else await put(custom, note, unconfirmedKey(doc.clientID));
      await committed;
      lastKey = last;
      stored = upTo;
      noted = note;
      onKept(true);
    } catch {
      onKept(false);
      clearTimeout(retry);
      if (!destroyed) retry = setTimeout(verify, retryDelay);
      return;
    } finally {
      busy = false;
    }
    void verify();
  }

  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === persistence) return;
    seen++;
    queueMicrotask(verify);
  };

  async function open(): Promise<{ available: boolean; leftFromBefore: number }> {
    const timeout = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('The browser did not open its database.')), openTimeout);
    });
    const opened = persistence._db;
    await Promise.race([opened, timeout]);
    await Promise.race([persistence.whenSynced, timeout]);
    database = await opened;
    before = await listUnconfirmed(database);
    const [updates] = transact(database, ['updates'], 'readonly');
    if (updates) lastKey = Number((await getLastKey(updates)) ?? 0);
    return { available: true, leftFromBefore: before.reduce((total, entry) => total + entry.changes, 0) };
  }

  doc.on('update', onUpdate);

  return {
    async load() {
      try {
        return await open();
      } catch {
        onKept(false);
        return { available: false, leftFromBefore: 0 };
      }
    },
    noteUnconfirmed(changes) {
      unconfirmed = changes;
      queueMicrotask(verify);
    },
    async forgetBefore() {
      const gone = before;
      before = [];
      if (!database || gone.length === 0) return;
      const [custom] = transact(database, ['custom']);
      if (!custom) return;
      for (const entry of gone) {
        // Another open page may have counted on meanwhile: then the note is no longer the one that was confirmed.
        if ((await get(custom, entry.key)) === (entry.changes as unknown)) await del(custom, entry.key);
      }
    },
    isStored: () => database !== null && stored === seen,
    async remove() {
      destroyed = true;
      clearTimeout(retry);
      doc.off('update', onUpdate);
      await persistence.clearData();
    },
    destroy() {
      destroyed = true;
      clearTimeout(retry);
      doc.off('update', onUpdate);
      void persistence.destroy().catch(() => undefined);
    },
  };
}
