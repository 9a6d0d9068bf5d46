import path from 'node:path';
import { refuseForeignRoot } from '@/lib/data/embedded/dataOwner';
import { readErasures, restoreEvidence } from '@/lib/data/evidence/restoreEvidence';
import { listMigrationFiles, requireMigrationsFolder } from '@/lib/data/migrationFiles';
import { findRestoreId } from '@/lib/data/restored';
import { listTables } from '@/lib/data/rows/columns';
import { isEmpty } from '@/lib/data/rows/emptyTables';
import type { Env } from '@/lib/env';
import { newId } from '@/lib/map/id';
import { askForLife } from '@/lib/server/askControl';
import { prepareDataDirectory } from '@/lib/server/dataDirectory';
import { findSecret, settleSecret, stageSecret } from '@/lib/server/secret';
import { ArchiveReader } from './archiveReader';
import { writeBackupFile } from './backupFile';
import { type CheckedArchive, checkArchive, checkMigrations } from './checkArchive';
import { checkContent } from './checkContent';
import { openEmbeddedTarget } from './embeddedTarget';
import { BackupError } from './format';
import { loadBackup } from './load';
import type { BackedUp } from './moment';
import type { RestoreTarget } from './restoreTarget';
import { openServerTarget } from './serverTarget';

export type RestoreOptions = {
  env: Pick<Env, 'DATABASE_URL' | 'NEXTAUTH_SECRET'>;
  dataDir: string;
  /** Where the backup of what is replaced goes. */
  backupFolder: string;
  /** Existing data may be replaced. */
  replace: boolean;
  /** `prisma/migrations`; found by itself when absent. */
  migrationsFolder?: string | undefined;
  now?: Date;
  onStep?: (step: RestoreStep) => void;
};

export type RestoreStep =
  | { step: 'checking'; place: string }
  | { step: 'backingUp'; file: string }
  | { step: 'writing'; rows: number; of: number }
  | { step: 'finishing' };

export type RestoreResult = {
  /** The backup of what was there before, if anything was. */
  former: string | null;
};

/**
 * Checks a backup whole: each byte, that this program knows its form, and that what is in it fits together. Calls `use` with it and closes
 * it afterwards. Throws `BackupError` that names what is broken.
 */
export async function withCheckedBackup<Result>(
  file: string,
  options: Pick<RestoreOptions, 'migrationsFolder' | 'onStep'>,
  use: (archive: CheckedArchive) => Promise<Result>,
): Promise<Result> {
  const reader = await ArchiveReader.open(file);
  try {
    const archive = await checkArchive(reader);
    checkMigrations(archive, await listMigrationFiles(options.migrationsFolder ?? requireMigrationsFolder()));
    await checkContent(archive, (place) => options.onStep?.({ step: 'checking', place }));
    return await use(archive);
  } finally {
    await reader.close();
  }
}

/**
 * Restores a checked backup while no server runs. Existing data is backed up first, and only when `replace` is set; whatever fails leaves it
 * as it was. Throws `BackupError` and `DatabaseError`.
 */
export async function restoreBackup(archive: CheckedArchive, options: RestoreOptions): Promise<RestoreResult> {
  const { env } = options;
  await refuseForeignRoot(options.dataDir);
  const dataDir = await prepareDataDirectory(options.dataDir);
  if (await askForLife(dataDir)) {
    throw new BackupError(`A server is running on the data directory ${dataDir}; stop it first.`);
  }
  const target = await (env.DATABASE_URL === undefined
    ? openEmbeddedTarget(dataDir)
    : openServerTarget(env.DATABASE_URL, dataDir));
  try {
    return await intoTarget(target, archive, options);
  } finally {
    await target.close();
  }
}

async function intoTarget(target: RestoreTarget, archive: CheckedArchive, options: RestoreOptions): Promise<RestoreResult> {
  const { dataDir, onStep } = options;
  const now = options.now ?? new Date();
  const { existing } = target;
  const former = existing && (await backUpExisting(existing, options, now));
  const epochBefore = existing ? await findHighestEpoch(existing) : 0;
  // Who was erased since the backup stays erased.
  const erasures = existing ? await readErasures(existing.pool) : { keys: [], erasures: [] };
  if (existing) await settleSecret(dataDir, await findRestoreId(existing.pool));

  const restoreId = newId();
  if (archive.secret !== null) await stageSecret(dataDir, restoreId, archive.secret);
  const migrations = await listMigrationFiles(options.migrationsFolder ?? requireMigrationsFolder());
  const of = Object.values(archive.manifest.counts).reduce((sum, count) => sum + count, 0);
  try {
    await target.replace(async (rows) => {
      await loadBackup(rows, archive, {
        migrations,
        epochBefore,
        restoreId,
        now,
        onBatch: (written) => onStep?.({ step: 'writing', rows: written, of }),
      });
      await restoreEvidence(rows, erasures);
    });
  } catch (error) {
    await settleSecret(dataDir, null);
    throw error;
  }
  onStep?.({ step: 'finishing' });
  await settleSecret(dataDir, restoreId);
  return { former };
}

/** Writes a backup of what is there, if it is more than a first start makes. Throws `BackupError` when it must not be replaced. */
async function backUpExisting(existing: BackedUp, options: RestoreOptions, now: Date): Promise<string | null> {
  const { env, dataDir, backupFolder, onStep } = options;
  if (await isEmpty(existing.pool, await listTables(existing.pool))) return null;
  if (!options.replace) {
    throw new BackupError(
      'There is data already, and nothing was changed; add --replace to have it replaced (a backup of it is written first).',
    );
  }
  const file = path.join(backupFolder, `before-restore-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`);
  onStep?.({ step: 'backingUp', file });
  const secret = env.NEXTAUTH_SECRET === undefined ? await findSecret(dataDir) : null;
  await writeBackupFile(existing, file, { secret, now });
  return file;
}

async function findHighestEpoch({ pool }: BackedUp): Promise<number> {
  const { rows } = await pool.query<{ epoch: number }>('select coalesce(max(epoch), 0) as epoch from journey_map');
  return rows[0]?.epoch ?? 0;
}
