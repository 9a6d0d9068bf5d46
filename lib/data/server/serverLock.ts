import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseError } from '../database';
import type { ServerAddress } from './serverAddress';

/** The first half of the advisory lock's key ("Wegm"); the second is the schema's hash. */
const lockClass = 0x5765676d;
/** A process that is just ending, or whose machine broke down, is waited for this long (ms). */
const patience = 5_000;
const pauseBetweenTries = 250;
/** How long (ms) until the lock is taken again after the server ended our session. */
const pauseBeforeReturn = 1_000;

/** The lock that keeps a second process off a database on a server. */
export type ServerLock = { release(): Promise<void> };

export type ServerLockOptions = {
  /** Another process has taken the database while the server had ended our session. This one must end. */
  onLost: (error: DatabaseError) => void;
  patienceMs?: number;
};

/**
 * Takes a database on a server for this process alone: an advisory lock of a session that is kept for it, so that it ends with the process
 * however that ends. Edits would be safe without (the log numbers them), but people of two processes would not see each other live. When
 * the server ends the session (a restart), the lock is taken again. Throws `DatabaseError` that names who has it.
 */
export async function lockServer(address: ServerAddress, options: ServerLockOptions): Promise<ServerLock> {
  let session: pg.Client | null = null;
  let isReleased = false;

  async function take(patienceMs: number): Promise<void> {
    const client = openSession(address);
    client.on('error', () => {
      if (session === client) void comeBack();
    });
    try {
      await client.connect();
      await tryUntil(client, address, performance.now() + patienceMs);
      session = client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async function comeBack(): Promise<void> {
    session = null;
    while (!isReleased) {
      await delay(pauseBeforeReturn, undefined, { ref: false });
      if (isReleased) return;
      try {
        await take(0);
        // It may have been given back meanwhile.
        if (isReleased) await end();
        return;
      } catch (error) {
        if (error instanceof DatabaseError) return options.onLost(error);
        // The server does not answer yet.
      }
    }
  }

  async function end(): Promise<void> {
    const last = session;
    session = null;
    await last?.end().catch(() => undefined);
  }

  await take(options.patienceMs ?? patience);
  return {
    async release() {
      isReleased = true;
      await end();
    },
  };
}

/** With a name by which an administrator finds the process, and with signs of life, so that the lock of a machine that broke down ends soon. */
function openSession({ connectionString, schema }: ServerAddress): pg.Client {
  return new pg.Client({
    connectionString,
    application_name: `wegmarke server, process ${process.pid} on ${os.hostname()}`.slice(0, 63),
    options: `-c search_path="${schema}" -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3`,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
}

async function tryUntil(client: pg.Client, { name, place, schema }: ServerAddress, deadline: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as ours', [
      lockClass,
      schema,
    ]);
    if (rows[0]?.ours) return;
    if (performance.now() >= deadline) break;
    await delay(pauseBetweenTries);
  }
  const owner = await findOwner(client, schema);
  throw new DatabaseError(
    `The database of ${name} (${place}) is in use by another ${owner ?? 'wegmarke server'}; stop that one, or name another database.`,
  );
}

/** What the owner's session calls itself; null when this user may not see it. */
async function findOwner(client: pg.Client, schema: string): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid::bigint = $1 and l.objid::bigint = hashtext($2)::bigint & 4294967295
       and l.database = (select oid from pg_database where datname = current_database())`,
    [lockClass, schema],
  );
  return rows[0]?.name || null;
}
