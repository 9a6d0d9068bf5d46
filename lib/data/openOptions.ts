import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from '@/lib/env';
import type { DatabaseProgress } from './database';

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
