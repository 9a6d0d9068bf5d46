import { getAllKeysValues, openDB, transact } from 'lib0/indexeddb';

/** What identifies a map's copy in this browser. Epochs and people are kept apart: nothing is merged blindly, or under another's name. */
export type DeviceCopyKey = { mapId: string; epoch: number; actorId: string };

const prefix = 'wegmarke';
const unconfirmedPrefix = 'unconfirmed:';

/** Name of the browser database of a map's copy. */
export function toDatabaseName(key: DeviceCopyKey): string {
  return [prefix, key.mapId, key.epoch, key.actorId].join('/');
}

/** What a database name stands for; null when it is not one of ours. */
export function readDatabaseName(name: string): DeviceCopyKey | null {
  const [first, mapId, epoch, actorId, ...rest] = name.split('/');
  if (first !== prefix || !mapId || !epoch || !/^\d+$/.test(epoch) || !actorId || rest.length > 0) return null;
  return { mapId, epoch: Number(epoch), actorId };
}

/** Under which key a page notes how many of its edits are not confirmed. Each page has its own: two tabs share a database. */
export function unconfirmedKey(clientId: number): string {
  return `${unconfirmedPrefix}${clientId}`;
}

/** The notes of all pages that used this database: key and number of unconfirmed edits, zeros left out. */
export async function listUnconfirmed(db: IDBDatabase): Promise<{ key: string; changes: number }[]> {
  const [custom] = transact(db, ['custom'], 'readonly');
  if (!custom) return [];
  const entries = await getAllKeysValues(custom);
  return entries.flatMap(({ k, v }) =>
    typeof k === 'string' && k.startsWith(unconfirmedPrefix) && typeof v === 'number' && v > 0 ? [{ key: k, changes: v }] : [],
  );
}

/** How many edits in the database of this name are not confirmed. */
export async function countChanges(name: string): Promise<number> {
  const db: IDBDatabase = await openDB(name, () => undefined);
  try {
    return (await listUnconfirmed(db)).reduce((total, entry) => total + entry.changes, 0);
  } finally {
    db.close();
  }
}

/** Resolves when a transaction has reached the disk; rejects when it was undone, for example for want of space. */
export function whenCommitted(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The browser did not store it.')));
  });
}
