import { deleteDB, getAll, openDB, transact } from 'lib0/indexeddb';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import { toMapFile } from '@/lib/interchange/mapFile';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { countChanges, type DeviceCopyKey, readDatabaseName } from './deviceDatabase';

/** Makes a JSON file of a map. `start`: the version that a future state starts from; null: which one that is is not known. */
export type MapFile = (start: FileBaseline | null | undefined) => Blob | Promise<Blob>;

/** Edits of an earlier epoch of a map that the server never confirmed. Never merged, never thrown away unasked. */
export type RecoveredCopy = {
  /** Name of the database in this browser. */
  name: string;
  epoch: number;
  changes: number;
  /** The map with those edits, as a JSON file. */
  toFile: MapFile;
  /** Removes it from this device. */
  discard(): Promise<void>;
};

/** A map as a JSON file, deleted records included. */
export function toCopyFile(map: JourneyMap, start: FileBaseline | null | undefined): Blob {
  const text = toMapFile(withoutHidden(map, null), { deleted: true, baseline: start });
  return new Blob([text], { type: 'application/json' });
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

async function toFile(name: string, start: FileBaseline | null | undefined): Promise<Blob> {
  const doc = new Y.Doc();
  for (const update of await readUpdates(name)) Y.applyUpdate(doc, update);
  const file = toCopyFile(readMap(doc).map, start);
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
      copies.push({ name, epoch: key.epoch, changes, toFile: (start) => toFile(name, start), discard: () => deleteDB(name) });
    } else if (key.epoch < current.epoch) {
      // Not awaited: a page that still has it open holds the deletion up.
      void deleteDB(name).catch(() => undefined);
    }
  }
  return copies.sort((a, b) => b.epoch - a.epoch);
}
