import path from 'node:path';
import type { Logger } from 'pino';
import { Backups } from '@/lib/backup/backups';
import { BackupSchedule } from '@/lib/backup/schedule';
import type { Database } from '@/lib/data/database';
import { listTables } from '@/lib/data/rows/columns';
import { isEmpty } from '@/lib/data/rows/emptyTables';
import type { Env } from '@/lib/env';

type Parts = {
  database: Database;
  env: Pick<Env, 'NEXTAUTH_SECRET' | 'BACKUP_HOURS' | 'BACKUP_DIR' | 'BACKUP_KEEP'>;
  secret: string;
  log: Logger;
  dataDirectory: string;
};

/** Where backups are written that nobody named a file for. */
export const backupFolder = (env: Pick<Env, 'BACKUP_DIR'>, dataDirectory: string): string =>
  env.BACKUP_DIR === undefined ? path.join(dataDirectory, 'backups') : path.resolve(env.BACKUP_DIR);

/** The process's backups, and their schedule, if there shall be one. */
export async function startBackups({ database, env, secret, log, dataDirectory }: Parts) {
  const backups = new Backups({ database, secret: env.NEXTAUTH_SECRET === undefined ? secret : null, log });
  const schedule = new BackupSchedule({
    backups,
    folder: backupFolder(env, dataDirectory),
    everyHours: env.BACKUP_HOURS,
    keep: env.BACKUP_KEEP,
    log,
    isWorthwhile: async () => !(await isEmpty(database.pool, await listTables(database.pool))),
  });
  await schedule.recall().catch((error) => log.warn({ err: error }, 'the folder of backups cannot be read'));
  schedule.start();
  return {
    backups,
    async close(): Promise<void> {
      await backups.stop();
      await schedule.stop();
    },
  };
}
