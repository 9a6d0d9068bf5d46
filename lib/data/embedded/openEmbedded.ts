import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { DatabaseError } from '../database';
import { countPendingMigrations, migrate } from '../migrate';
import type { OpenDatabaseOptions, OpenPool } from '../openOptions';
import { type DatabaseThread, startDatabaseThread } from './databaseThread';
import { backUpDatabaseFolder, databaseFolder, ensureDatabaseFolder, reasonOf } from './dataDirectory';
import { DirectoryInUseError, lockDirectory } from './directoryLock';

/** The embedded database's one session, and the thread behind it. */
type Opened = { pool: pg.Pool; thread: DatabaseThread };

/**
 * Opens the embedded database in `<dataDir>/database`, making it when absent, and migrates it; existing data is copied to
 * `<dataDir>/backups` first. Throws `DatabaseError`, also when another process has the data directory.
 */
export async function openEmbedded(options: OpenDatabaseOptions): Promise<OpenPool> {
  const dataDir = path.resolve(options.dataDir);
  const release = await lock(dataDir);
  let opened: Opened | undefined;
  const close = async (): Promise<void> => {
    await opened?.pool.end();
    await opened?.thread.stop();
    opened = undefined;
  };
  try {
    const { created } = await ensureDatabaseFolder({
      dataDir,
      workerFile: options.workerFile,
      onCreate: () => options.onProgress?.({ step: 'creating' }),
    });
    options.onProgress?.({ step: 'opening' });
    opened = await open(dataDir, options);
    if (!created && (await countPendingMigrations(opened.pool, options.migrationsFolder)) > 0) {
      // Closed files are one consistent state; a copy of open ones would not be.
      await close();
      options.onProgress?.({ step: 'backingUp', file: path.join(dataDir, 'backups') });
      await backUpDatabaseFolder(dataDir, new Date());
      opened = await open(dataDir, options);
    }
    await migrate(opened.pool, {
      kind: 'embedded',
      folder: options.migrationsFolder,
      onMigrate: (migration) => options.onProgress?.({ step: 'migrating', ...migration }),
    });
    return { pool: opened.pool, schema: 'public', close: () => close().finally(release) };
  } catch (error) {
    await close().finally(release);
    throw error;
  }
}

async function open(dataDir: string, options: OpenDatabaseOptions): Promise<Opened> {
  const folder = databaseFolder(dataDir);
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
  return { pool, thread };
}

async function lock(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await lockDirectory(dataDir);
  } catch (error) {
    if (error instanceof DirectoryInUseError) {
      throw new DatabaseError(
        `The data directory ${dataDir} cannot be opened, because ${error.message}; stop that one or set DATA_DIR.`,
        {
          cause: error,
        },
      );
    }
    throw new DatabaseError(`The data directory ${dataDir} cannot be used: ${reasonOf(error)}.`, { cause: error });
  }
}
