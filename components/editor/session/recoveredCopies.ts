import { deleteDB, getAll, openDB, transact } from 'lib0/indexeddb';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { countChanges, type DeviceCopyKey, readDatabaseName } from './deviceDatabase';

/** Edits of an earlier epoch of a map that the server never confirmed. Never merged, never thrown away unasked. */
export type RecoveredCopy = {
  /** Name of the database in this browser. */
  name: string;
  epoch: number;
  changes: number;
  /** The map with those edits, as a JSON file. */
  toFile(): Promise<Blob>;
  /** Removes it from this device. */
  discard(): Promise<void>;
};

/** A map as a JSON file, deleted records included. */
export function toMapFile(map: JourneyMap): Blob {
  return new Blob([JSON.stringify(withoutHidden(map, null), null, 2)], { type: 'application/json' });
}

async function readUpdates(name: string): Promise<Uint8Array[]> {
  const db: IDBDatabase = await openDB(name, () => undefined);
  try {
    const [updates] = transact(db, ['updates'], 'readonly');
    return updates ? await getAll(updates) : [];
  } finally {
    db.close();
  }
}

async function toFile(name: string): Promise<Blob> {
  const doc = new Y.Doc();
  for (const update of await readUpdates(name)) Y.applyUpdate(doc, update);
  const file = toMapFile(readMap(doc).map);
  doc.destroy();
  return file;
}

/** Whose copy it is: the same person's. A guest gets a new identity with each link, so guests count as one. */
const owner = (actorId: string): string => (actorId.startsWith('guest:') ? 'guest' : actorId);

/**
 * What earlier epochs of this map left unsaved on this device, newest first. Copies of earlier epochs in which everything
 * was confirmed are deleted. Empty where the browser cannot list its databases.
 */
export async function listRecoveredCopies(current: DeviceCopyKey): Promise<RecoveredCopy[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return [];
  const copies: RecoveredCopy[] = [];
  for (const { name } of await indexedDB.databases()) {
    const key = name === undefined ? null : readDatabaseName(name);
    if (name === undefined || key === null || key.mapId !== current.mapId) continue;
    if (owner(key.actorId) !== owner(current.actorId)) continue;
    if (key.epoch === current.epoch && key.actorId === current.actorId) continue;
    const changes = await countChanges(name);
    if (changes > 0) {
      copies.push({ name, epoch: key.epoch, changes, toFile: () => toFile(name), discard: () => deleteDB(name) });
    } else if (key.epoch < current.epoch) {
      // Not awaited: a page that still has it open holds the deletion up.
      void deleteDB(name).catch(() => undefined);
    }
  }
  return copies.sort((a, b) => b.epoch - a.epoch);
}
