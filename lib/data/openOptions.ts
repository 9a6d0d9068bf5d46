import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from '@/lib/env';
import type { DatabaseProgress } from './database';

export type OpenDatabaseOptions = {
  env: Pick<Env, 'DATABASE_URL'> & Partial<Pick<Env, 'DATABASE_POOL' | 'BACKUP_BEFORE_MIGRATION'>>;
  /** The product's data directory. The embedded database lies in `database` within it, its backups in `backups`. Made when absent. */
  dataDir: string;
  /** The built worker; found by itself when absent (lib/worker/workerFile.ts). */
  workerFile?: string | undefined;
  /** Take the data as it is: make nothing and migrate nothing, so that a backup is of what was there. Fails when nothing is there. */
  asItIs?: boolean | undefined;
  /** Refuse when there is no installation, instead of making one: a command that looks for an account was given the wrong settings then. */
  mustExist?: boolean | undefined;
  /** `prisma/migrations`; found by itself when absent. */
  migrationsFolder?: string | undefined;
  log?: Pick<Logger, 'warn' | 'error'> | undefined;
  onProgress?: ((progress: DatabaseProgress) => void) | undefined;
  /** What the person called the server's address; DATABASE_URL when absent. */
  addressName?: string | undefined;
  /** Unless false, a database of an older version is brought up to this one; else it is refused. */
  mayMigrate?: boolean | undefined;
  /** Whether a database is wanted into which a move broke off. */
  mayBeUnfinished?: boolean | undefined;
  /** On a server: for this process alone, as the embedded database is anyway. Commands that only add something need not have it. */
  exclusive?: boolean | undefined;
  /**
   * The embedded database's thread has ended by itself, and every query fails from now on; or another process took an `exclusive` database
   * while its server had ended our session. The process should end.
   */
  onDeath?: ((error: Error) => void) | undefined;
};

/** What lies under the Prisma client. */
export type OpenPool = { pool: Pool; schema: string; close(): Promise<void> };
