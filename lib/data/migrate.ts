import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { DatabaseError } from './database';
import { listMigrationFiles, type MigrationFile, requireMigrationsFolder } from './migrationFiles';
import type { RowSource } from './rows/source';

/** The key of the advisory lock under which Prisma's own tools migrate: theirs and ours never run at once. */
const prismaLock = 72707369;
/** Another process may migrate first; wait for it this long (ms). */
const lockPatience = 60_000;

/** As `prisma migrate deploy` creates it, so that Prisma's tools take over or hand over without a word. */
const createTable = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

export type MigrateOptions = {
  /** `prisma/migrations`; found by itself when absent. */
  folder?: string | undefined;
  /** A server is shared with other processes, so migrations run under a lock there. The embedded database is ours alone. */
  kind: 'embedded' | 'server';
  /** Called once before the first change when something is to be applied; on a server under the lock, so that one process alone does it. */
  beforeMigrating?: (() => Promise<void>) | undefined;
  onMigrate?: ((migration: { name: string; index: number; count: number }) => void) | undefined;
};

type AppliedRow = { migration_name: string; checksum: string; finished: boolean };

/**
 * Brings the database up to this version: applies the migrations it lacks, each in a transaction. Throws `DatabaseError` when the
 * database is newer than the program, when an applied migration differs from its file, or when one broke off.
 */
export async function migrate(pool: Pool, options: MigrateOptions): Promise<void> {
  const files = await listMigrationFiles(options.folder ?? requireMigrationsFolder());
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    if (options.kind === 'server') await takeMigrationLock(client);
    const pending = await findPending(client, files);
    if (pending.length > 0) {
      await options.beforeMigrating?.();
      await client.query(createTable);
    }
    for (const [index, file] of pending.entries()) {
      options.onMigrate?.({ name: file.name, index, count: pending.length });
      await apply(client, file);
    }
    if (options.kind === 'server') await client.query('select pg_advisory_unlock($1)', [prismaLock]);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A session that failed is closed, and the lock goes with it.
    client.release(broken);
  }
}

/** How many migrations the database lacks. Throws like `migrate`. */
export async function countPendingMigrations(pool: Pool, folder?: string): Promise<number> {
  const files = await listMigrationFiles(folder ?? requireMigrationsFolder());
  const client = await pool.connect();
  try {
    return (await findPending(client, files)).length;
  } finally {
    client.release();
  }
}

/** Throws `DatabaseError` when the database lacks migrations: it is to be read as it is. */
export async function requireMigrated(pool: Pool, folder?: string): Promise<void> {
  const all = (await listMigrationFiles(folder ?? requireMigrationsFolder())).length;
  const pending = await countPendingMigrations(pool, folder);
  if (pending === 0) return;
  throw new DatabaseError(
    pending === all
      ? 'There is no installation in this database: it is empty.'
      : 'The database was last used by an older version of the program; start the server with it once, so that it is brought up to date.',
  );
}

/** Keeps every other process from migrating until the session ends or gives the lock back. Throws `DatabaseError` when one does for long. */
export async function takeMigrationLock(client: PoolClient): Promise<void> {
  await client.query(`set lock_timeout = ${lockPatience}`);
  try {
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
  } catch (error) {
    throw new DatabaseError(
      'Another process has been migrating the database for more than a minute; start again when it has finished.',
      {
        cause: error,
      },
    );
  }
  await client.query('reset lock_timeout');
}

async function findPending(client: PoolClient, files: MigrationFile[]): Promise<MigrationFile[]> {
  const applied = await listApplied(client);
  const byName = new Map(files.map((file) => [file.name, file]));
  const unknown = applied.find((row) => !byName.has(row.migration_name));
  if (unknown) {
    throw new DatabaseError(
      `The database was last used by a newer version of the program (it has the migration "${unknown.migration_name}", which this version does not know); start that version or a later one.`,
    );
  }
  for (const row of applied) {
    if (!row.finished) {
      throw new DatabaseError(
        `The migration "${row.migration_name}" of the database broke off; restore the backup made before it.`,
      );
    }
    if (row.checksum !== byName.get(row.migration_name)?.checksum) {
      throw new DatabaseError(
        `The migration "${row.migration_name}" was changed after the database had applied it; restore the file as it was released.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return files.filter((file) => !done.has(file.name));
}

async function listApplied(client: PoolClient): Promise<AppliedRow[]> {
  const known = await client.query<{ ours: boolean; tables: number }>(
    `select coalesce(bool_or(table_name = '_prisma_migrations'), false) as ours, count(*)::int as tables
     from information_schema.tables where table_schema = current_schema()`,
  );
  const { ours, tables } = known.rows[0] ?? { ours: false, tables: 0 };
  if (!ours) {
    if (tables === 0) return [];
    throw new DatabaseError('The database already holds tables of another program; name an empty database in DATABASE_URL.');
  }
  const result = await client.query<AppliedRow>(
    `select migration_name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  return result.rows;
}

/** Makes the table in which Prisma and we note what was applied. */
export async function setUpMigrations(target: RowSource): Promise<void> {
  await target.query({ text: createTable });
}

/** Runs a migration and notes it, within the caller's transaction. */
export async function writeMigration(target: RowSource, file: MigrationFile, started = new Date()): Promise<void> {
  await target.query({ text: file.sql });
  await target.query({
    text: `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           values ($1, $2, $3, $4, now(), 1)`,
    values: [randomUUID(), file.checksum, file.name, started],
  });
}

async function apply(client: PoolClient, file: MigrationFile): Promise<void> {
  const started = new Date();
  try {
    await client.query('begin');
    await writeMigration(client, file, started);
    await client.query('commit');
  } catch (error) {
    throw new DatabaseError(
      `The migration "${file.name}" could not be applied and changed nothing: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
}
