import type { Database } from './database';

/** Whether the database answers. Throws when it does not. */
export async function pingDatabase(db: Database): Promise<void> {
  await db.pool.query('select 1');
}
