import { existsSync } from 'node:fs';
import { databaseFolder } from '@/lib/data/embedded/dataDirectory';
import { lockDataDirectory } from '@/lib/data/embedded/lockData';
import { type OpenFolder, openFolder } from '@/lib/data/embedded/openFolder';
import { replaceDatabaseFolder, settleReplacement } from '@/lib/data/embedded/replacement';
import { countPendingMigrations } from '@/lib/data/migrate';
import type { RestoreTarget } from './restoreTarget';

/** Statements after which a transaction ends: waiting for the disk after each would take long, and one of all would keep the log from being tidied. */
const statementsEach = 200;

/** The embedded database of a data directory. Throws `DatabaseError`, also when a server has it or it is of a newer version. */
export async function openEmbeddedTarget(dataDir: string): Promise<RestoreTarget> {
  const release = await lockDataDirectory(dataDir);
  let existing: OpenFolder | null = null;
  const closeExisting = async (): Promise<void> => {
    await existing?.close();
    existing = null;
  };
  try {
    await settleReplacement(dataDir);
    if (existsSync(databaseFolder(dataDir))) {
      existing = await openFolder(databaseFolder(dataDir), {});
      await countPendingMigrations(existing.pool);
    }
  } catch (error) {
    await closeExisting().finally(release);
    throw error;
  }
  return {
    existing: existing && { kind: 'embedded', pool: existing.pool },
    async replace(fill) {
      await closeExisting();
      await replaceDatabaseFolder(dataDir, {}, async (pool) => {
        let statements = 0;
        await pool.query('begin');
        await fill({
          async query(config) {
            if (++statements % statementsEach === 0) await pool.query('commit; begin');
            return pool.query(config) as never;
          },
        });
        await pool.query('commit');
      });
    },
    close: () => closeExisting().finally(release),
  };
}
