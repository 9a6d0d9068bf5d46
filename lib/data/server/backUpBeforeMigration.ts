import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'pg';
import { reasonOf, writeBackupFile } from '@/lib/backup/backupFile';
import { DatabaseError } from '../database';

/** Backups before migrations that are kept; older ones are removed. */
const backupsKept = 3;
const prefix = 'before-migration-';
const suffix = '.tar';

/** Where the backup before a migration is written: its name sorts by time. */
export function backupBeforeMigration(dataDir: string, now: Date): string {
  return path.resolve(dataDir, 'backups', `${prefix}${now.toISOString().replaceAll(':', '-')}${suffix}`);
}

/**
 * Writes a backup of the database as it is, for `npm run restore`, and keeps the newest three of its kind. Throws `DatabaseError` when it
 * cannot be written: then nothing is to be migrated.
 */
export async function backUpBeforeMigration(pool: Pool, dataDir: string, file: string): Promise<void> {
  try {
    await writeBackupFile({ kind: 'server', pool }, file, { secret: await readSecret(dataDir) });
    await removeOlder(path.dirname(file));
  } catch (error) {
    throw new DatabaseError(
      `The database was left as it is, because the backup before bringing it up to date could not be written to ${file}: ${reasonOf(error)}; make that possible, or set BACKUP_BEFORE_MIGRATION=false when you have a backup of your own.`,
      { cause: error },
    );
  }
}

/** The generated secret, if the installation has one. */
async function readSecret(dataDir: string): Promise<string | null> {
  return readFile(path.join(dataDir, 'secret'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

async function removeOlder(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith(suffix)).sort();
  for (const name of names.slice(0, -backupsKept)) await rm(path.join(folder, name), { force: true });
}
