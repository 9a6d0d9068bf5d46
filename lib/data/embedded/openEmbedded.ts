import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '../database';
import { countPendingMigrations, migrate, requireMigrated } from '../migrate';
import type { OpenDatabaseOptions, OpenPool } from '../openOptions';
import { backUpDatabaseFolder, databaseFolder, ensureDatabaseFolder } from './dataDirectory';
import { refuseForeignRoot } from './dataOwner';
import { lockDataDirectory } from './lockData';
import { type OpenFolder, openFolder } from './openFolder';
import { settleReplacement } from './replacement';

/**
 * Opens the embedded database in `<dataDir>/database`, making it when absent, and migrates it; existing data is copied to
 * `<dataDir>/backups` first. Throws `DatabaseError`, also when another process has the data directory.
 */
export async function openEmbedded(options: OpenDatabaseOptions): Promise<OpenPool> {
  const dataDir = path.resolve(options.dataDir);
  const mustExist = options.mustExist === true || options.asItIs === true;
  if (mustExist) await refuseForeignRoot(dataDir);
  const requireDatabase = (folder: string): void => {
    if (!mustExist || existsSync(folder)) return;
    throw new DatabaseError(`The data directory ${dataDir} holds no database; set DATA_DIR or DATABASE_URL.`);
  };
  // Before the lock, which would make the directory.
  requireDatabase(dataDir);
  const release = await lockDataDirectory(dataDir);
  let opened: OpenFolder | undefined;
  const close = async (): Promise<void> => {
    await opened?.close();
    opened = undefined;
  };
  try {
    await settleReplacement(dataDir);
    requireDatabase(databaseFolder(dataDir));
    const { created } = await ensureDatabaseFolder({
      dataDir,
      workerFile: options.workerFile,
      onCreate: () => options.onProgress?.({ step: 'creating' }),
    });
    options.onProgress?.({ step: 'opening' });
    opened = await openFolder(databaseFolder(dataDir), options);
    if (options.mayMigrate === false) await requireMigrated(opened.pool, options.migrationsFolder);
    const pending = await countPendingMigrations(opened.pool, options.migrationsFolder);
    if (!created && pending > 0 && !options.asItIs && options.env.BACKUP_BEFORE_MIGRATION !== false) {
      // Closed files are one consistent state; a copy of open ones would not be.
      await close();
      options.onProgress?.({ step: 'backingUp', file: path.join(dataDir, 'backups') });
      await backUpDatabaseFolder(dataDir, 'before-migration', new Date());
      opened = await openFolder(databaseFolder(dataDir), options);
    }
    if (!options.asItIs) {
      await migrate(opened.pool, {
        kind: 'embedded',
        folder: options.migrationsFolder,
        onMigrate: (migration) => options.onProgress?.({ step: 'migrating', ...migration }),
      });
    }
    return { pool: opened.pool, schema: 'public', close: () => close().finally(release) };
  } catch (error) {
    await close().finally(release);
    throw error;
  }
}
