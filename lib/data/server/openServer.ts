import pg from 'pg';
import { DatabaseError } from '../database';
import { countPendingMigrations, migrate, requireMigrated } from '../migrate';
import type { OpenDatabaseOptions, OpenPool } from '../openOptions';
import { listTables } from '../rows/columns';
import { backUpBeforeMigration, backupBeforeMigration } from './backUpBeforeMigration';
import { requireServer } from './requireServer';
import { parseServerAddress } from './serverAddress';
import { lockServer, type ServerLock } from './serverLock';

/** Sessions where no setting says how many. */
const defaultSessions = 10;
/** How long (ms) to wait for a session before saying so. */
const connectPatience = 10_000;

/**
 * Connects to a PostgreSQL server and migrates it, unless it is wanted as it is. `?schema=` in the address, as Prisma knows it, is heeded. Throws `DatabaseError`, also
 * when `exclusive` is wanted and another process has the database.
 */
export async function openServer(url: string, options: OpenDatabaseOptions): Promise<OpenPool> {
  const address = parseServerAddress(url, options.addressName);
  const { connectionString, schema } = address;
  const openPool = (max: number): pg.Pool => {
    const opened = new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: connectPatience,
      // Without signs of life a connection that a firewall forgot looks open for ever.
      keepAlive: true,
      application_name: 'wegmarke',
      options: `-c search_path="${schema}"`,
    });
    opened.on('error', () => {});
    return opened;
  };
  const pool = openPool(options.env.DATABASE_POOL ?? defaultSessions);
  let lock: ServerLock | undefined;
  const close = async (): Promise<void> => {
    await pool.end();
    await lock?.release();
  };
  try {
    await requireServer(pool, address);
    if (options.mustExist && !(await hasData(pool))) {
      throw new DatabaseError(`The database of ${address.name} (${address.place}) holds no installation; set DATABASE_URL.`);
    }
    if (options.exclusive) lock = await lockServer(address, { onLost: (error) => options.onDeath?.(error) });
    if (options.asItIs) {
      await countPendingMigrations(pool, options.migrationsFolder);
      return { pool, schema, close };
    }
    if (options.mayMigrate === false) await requireMigrated(pool, options.migrationsFolder);
    if (schema !== 'public') await pool.query(`create schema if not exists "${schema}"`);
    await migrate(pool, {
      kind: 'server',
      folder: options.migrationsFolder,
      async beforeMigrating() {
        if (options.env.BACKUP_BEFORE_MIGRATION === false) return;
        // Migrating holds a session, and DATABASE_POOL may be one.
        const own = openPool(2);
        await backUp(own, options).finally(() => own.end());
      },
      onMigrate: (migration) => options.onProgress?.({ step: 'migrating', ...migration }),
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, schema, close };
}

/** Existing data is written to a file before it is migrated. */
async function backUp(pool: pg.Pool, { dataDir, onProgress }: OpenDatabaseOptions): Promise<void> {
  if (!(await hasData(pool))) return;
  const file = backupBeforeMigration(dataDir, new Date());
  onProgress?.({ step: 'backingUp', file });
  await backUpBeforeMigration(pool, dataDir, file);
}

async function hasData(pool: pg.Pool): Promise<boolean> {
  return (await listTables(pool)).length > 0;
}
