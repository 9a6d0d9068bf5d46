import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from '@/lib/env';
import { PrismaClient } from '@/lib/generated/prisma/client';
import type { Database, DatabaseProgress } from './database';
import { openEmbedded } from './embedded/openEmbedded';
import { openServer } from './openServer';

export type OpenDatabaseOptions = {
  env: Pick<Env, 'DATABASE_URL'>;
  /** The product's data directory. The embedded database lies in `database` within it, its backups in `backups`. Made when absent. */
  dataDir: string;
  /** The built worker; found by itself when absent (lib/worker/workerFile.ts). */
  workerFile?: string | undefined;
  /** `prisma/migrations`; found by itself when absent. */
  migrationsFolder?: string | undefined;
  log?: Pick<Logger, 'warn' | 'error'> | undefined;
  onProgress?: ((progress: DatabaseProgress) => void) | undefined;
  /** The embedded database's thread has ended by itself: every query fails from now on, and the process should end. */
  onDeath?: ((error: Error) => void) | undefined;
};

/** What lies under the Prisma client. */
export type OpenPool = { pool: Pool; schema: string; close(): Promise<void> };

/**
 * Opens the database and brings it up to this version: the PostgreSQL server of DATABASE_URL, else the embedded one in `dataDir`.
 * Throws `DatabaseError`, whose message is one sentence, when that cannot be done.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const url = options.env.DATABASE_URL;
  const kind = url === undefined ? 'embedded' : 'server';
  const { pool, schema, close } = url === undefined ? await openEmbedded(options) : await openServer(url, options);
  // A session that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => options.log?.warn({ err: error }, 'a database session ended'));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema }) });
  let closing: Promise<void> | undefined;
  return {
    prisma,
    kind,
    pool,
    close() {
      closing ??= prisma.$disconnect().then(close);
      return closing;
    },
  };
}
