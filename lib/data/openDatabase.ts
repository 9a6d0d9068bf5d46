import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/generated/prisma/client';
import type { Database } from './database';
import { openEmbedded } from './embedded/openEmbedded';
import { requireFinished } from './move/unfinishedMove';
import type { OpenDatabaseOptions } from './openOptions';
import { openServer } from './server/openServer';

/**
 * Milliseconds until a transaction that could not begin, or does not end, is given up. Prisma's own two and five seconds failed people in a
 * crowded workshop who would have been served a moment later.
 */
const transactionOptions = { maxWait: 30_000, timeout: 60_000 };

/**
 * Opens the database and brings it up to this version: the PostgreSQL server of DATABASE_URL, else the embedded one in `dataDir`.
 * Throws `DatabaseError`, whose message is one sentence, when that cannot be done.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const url = options.env.DATABASE_URL;
  const kind = url === undefined ? 'embedded' : 'server';
  const { pool, schema, close } = url === undefined ? await openEmbedded(options) : await openServer(url, options);
  try {
    if (!options.mayBeUnfinished) await requireFinished(pool);
  } catch (error) {
    await close();
    throw error;
  }
  // A session that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => options.log?.warn({ err: error }, 'a database session ended'));
  // Minimal: the longer messages quote the values of a query, and errors are logged.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema }), errorFormat: 'minimal', transactionOptions });
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
