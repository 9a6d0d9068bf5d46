import pg from 'pg';
import { DatabaseError } from './database';
import { reasonOf } from './embedded/dataDirectory';
import { migrate } from './migrate';
import type { OpenDatabaseOptions, OpenPool } from './openOptions';

const sessions = 10;
/** How long (ms) to wait for a session before saying so. */
const connectPatience = 10_000;

/** Connects to a PostgreSQL server and migrates it. `?schema=` in the address, as Prisma knows it, is heeded. Throws `DatabaseError`. */
export async function openServer(url: string, options: OpenDatabaseOptions): Promise<OpenPool> {
  const address = new URL(url);
  const schema = address.searchParams.get('schema') ?? 'public';
  address.searchParams.delete('schema');
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(schema))
    throw new DatabaseError(`The schema "${schema}" in DATABASE_URL is not a plain name.`);

  const pool = new pg.Pool({
    connectionString: address.href,
    max: sessions,
    connectionTimeoutMillis: connectPatience,
    application_name: 'wegmarke',
    options: `-c search_path="${schema}"`,
  });
  pool.on('error', () => {});
  try {
    await reach(pool, address);
    if (schema !== 'public') await pool.query(`create schema if not exists "${schema}"`);
    await migrate(pool, {
      kind: 'server',
      folder: options.migrationsFolder,
      onMigrate: (migration) => options.onProgress?.({ step: 'migrating', ...migration }),
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, schema, close: () => pool.end() };
}

async function reach(pool: pg.Pool, address: URL): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    // Never the whole address: it holds the password.
    const place = `${address.host}${address.pathname}`;
    const reason = error instanceof AggregateError ? reasonOf(error.errors[0]) : reasonOf(error);
    throw new DatabaseError(`The database server of DATABASE_URL (${place}) cannot be used: ${reason}.`, { cause: error });
  }
}
