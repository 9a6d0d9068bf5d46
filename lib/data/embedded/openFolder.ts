import pg from 'pg';
import { DatabaseError } from '../database';
import type { OpenDatabaseOptions } from '../openOptions';
import { startDatabaseThread } from './databaseThread';
import { reasonOf } from './dataDirectory';

/** The embedded database's one session, and what ends it and the thread behind it. */
export type OpenFolder = { pool: pg.Pool; close(): Promise<void> };

/** Opens the embedded database that lies in a folder, as it is. The data directory must be locked. Throws `DatabaseError`. */
export async function openFolder(
  folder: string,
  options: Pick<OpenDatabaseOptions, 'workerFile' | 'onDeath' | 'log'>,
): Promise<OpenFolder> {
  const thread = await startDatabaseThread({
    dataDir: folder,
    workerFile: options.workerFile,
    onDeath: options.onDeath,
    onWarning: (reason) => options.log?.warn({ reason }, 'the embedded database could not tidy up'),
  }).catch((error) => {
    throw new DatabaseError(`The database in ${folder} cannot be opened: ${reasonOf(error)}.`, { cause: error });
  });
  const pool = new pg.Pool({
    // One: sessions of PGlite share one backend, and would meet in each other's transactions.
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    stream: () => thread.connect(),
  });
  pool.on('error', () => {});
  return { pool, close: () => pool.end().finally(() => thread.stop()) };
}
