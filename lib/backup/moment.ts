import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Database } from '@/lib/data/database';
import type { RowSource } from '@/lib/data/rows/source';

/** What a backup needs of a database. */
export type BackedUp = Pick<Database, 'kind' | 'pool'>;

export type MomentOptions = {
  /** People are editing: leave the embedded database to them as long as it was used. */
  gentle: boolean;
  signal?: AbortSignal | undefined;
};

/** The database as it is read for a backup. */
export type Moment = {
  source: RowSource;
  /** Runs `read` while nobody else can write, or as if. Whatever it awaits but the database holds everybody up. */
  alone<Result>(read: (source: RowSource) => Promise<Result>): Promise<Result>;
};

/**
 * Runs `read` on the database. On a PostgreSQL server everything that it reads is of one moment, in a session of its own. The embedded
 * database is one session, in which a long transaction would hold everybody up: there each statement stands for itself, and what must
 * fit together is read as a group (./readGroups).
 */
export async function readMoment<Result>(
  db: BackedUp,
  options: MomentOptions,
  read: (moment: Moment) => Promise<Result>,
): Promise<Result> {
  const { signal } = options;
  if (db.kind === 'embedded') {
    const source: RowSource = {
      async query(config) {
        signal?.throwIfAborted();
        const start = performance.now();
        const result = await db.pool.query(config);
        if (options.gentle) await delay(performance.now() - start);
        return result as never;
      },
    };
    return read({ source, alone: (work) => withSession(db, work) });
  }
  return withSession(db, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const source: RowSource = {
      query(config) {
        signal?.throwIfAborted();
        return client.query(config) as never;
      },
    };
    const result = await read({ source, alone: (work) => work(source) });
    await client.query('commit');
    return result;
  });
}

/** One session, kept until `work` is done. That of the embedded database is the only one. */
async function withSession<Result>(db: BackedUp, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A session that failed is closed, and its transaction with it.
    client.release(broken);
  }
}
