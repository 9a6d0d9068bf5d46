import type { PoolClient } from 'pg';
import { takeMigrationLock } from '@/lib/data/migrate';
import { listTables } from '@/lib/data/rows/columns';
import { quoted } from '@/lib/data/rows/source';
import { openServer } from '@/lib/data/server/openServer';
import { BackupError } from './format';
import type { RestoreTarget } from './restoreTarget';

/** What this process's session is called, so that a running server's can be told from it. */
const sessionName = 'wegmarke-restore';

/** A database on a PostgreSQL server. Throws `DatabaseError` and, when a running server uses it, `BackupError`. */
export async function openServerTarget(url: string, dataDir: string): Promise<RestoreTarget> {
  const { pool, schema, close } = await openServer(url, { env: { DATABASE_URL: url }, dataDir, asItIs: true, exclusive: true });
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query(`set application_name = '${sessionName}'`);
    // A server that starts meanwhile waits for it.
    await takeMigrationLock(client);
    await refuseOthers(client);
    const forms = await listTables(client);
    return {
      existing: forms.length === 0 ? null : { kind: 'server', pool },
      async replace(fill) {
        if (client) await replaceTables(client, schema, fill);
      },
      close: () => {
        client?.release(true);
        return close();
      },
    };
  } catch (error) {
    client?.release(true);
    await close();
    throw error;
  }
}

/** A server, or a command of ours, that uses the database right now. */
async function refuseOthers(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name in ('wegmarke', '${sessionName}')`,
  );
  const count = rows[0]?.count ?? 0;
  if (count === 0) return;
  throw new BackupError(
    `The database of DATABASE_URL is in use (${count} ${count === 1 ? 'session' : 'sessions'} of a running server or command); stop that one first.`,
  );
}

/** In one transaction: whatever goes wrong, and if the process is killed, the existing tables are as they were. */
async function replaceTables(client: PoolClient, schema: string, fill: (target: PoolClient) => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`create schema if not exists ${quoted(schema)}`);
    await dropTables(client);
    await fill(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Removes the product's tables with everything that hangs on them: triggers, their functions, counters. */
async function dropTables(client: PoolClient): Promise<void> {
  const names = ['_prisma_migrations', ...(await listTables(client)).map(({ name }) => name)];
  const functions = await client.query<{ name: string }>(
    `select distinct p.oid::regprocedure::text as name
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace and c.relname = any($1)`,
    [names],
  );
  for (const name of names) await client.query(`drop table if exists ${quoted(name)} cascade`);
  for (const { name } of functions.rows) await client.query(`drop function if exists ${name}`);
}
