import { deleteDB } from 'lib0/indexeddb';
import { countChanges, readDatabaseName } from '@/components/editor/session/deviceDatabase';
import { keepPagesOf } from '@/lib/offline/shelf';

/** A database that a page still holds open goes when that page does: no reason to keep anybody waiting for longer (milliseconds). */
const patience = 2_000;

async function removeCopies(person: string | null): Promise<void> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return;
  for (const { name } of await indexedDB.databases()) {
    const key = name === undefined ? null : readDatabaseName(name);
    if (name === undefined || key === null || key.actorId === person) continue;
    // One that cannot be read is left alone.
    if ((await countChanges(name).catch(() => 1)) === 0) await deleteDB(name);
  }
}

/**
 * Leaves on this device what is of `person` (null: nobody is signed in), and edits of others that no server has confirmed, which none but
 * they see again. Never rejects.
 */
export async function forgetOthers(person: string | null): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await keepPagesOf(person).catch(() => undefined);
  await Promise.race([removeCopies(person).catch(() => undefined), timeout]);
}
