import type { Database } from './database';
import { putSetting } from './settings';

/** Whether the database answers. Throws when it does not. */
export async function pingDatabase(db: Database): Promise<void> {
  await db.pool.query('select 1');
}

/** Commits something small. Throws when the database takes nothing: its disk is full, or it only reads. */
export async function proveWritable(db: Database): Promise<void> {
  await putSetting(db, 'lastProof', new Date().toISOString());
}
