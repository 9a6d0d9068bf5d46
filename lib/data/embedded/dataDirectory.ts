import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseError } from '../database';
import { createDataDirectory } from './databaseThread';
import { copyTree, keepPrivate, renameDurably, syncTree } from './durableFiles';

/** The format of PostgreSQL's files that this PGlite reads: its major version. */
export const filesVersion = '18';
/** Copies of each occasion that are kept; older ones are removed. */
const copiesKept = 3;
/** What the database's files are copied before. */
export type CopyOccasion = 'before-migration' | 'before-move';

/** Where the embedded database lies in the product's data directory. */
export const databaseFolder = (dataDir: string): string => path.join(dataDir, 'database');
const backupFolder = (dataDir: string): string => path.join(dataDir, 'backups');

/**
 * Makes sure that `<dataDir>/database` holds an initialised database. A new one is made beside, synced to the disk and renamed, so that
 * a half-made one is never opened. PGlite makes files that every user of the machine may change, so the folder is closed to them. Returns whether it was made now. Throws `DatabaseError`.
 */
export async function ensureDatabaseFolder(options: {
  dataDir: string;
  workerFile?: string | undefined;
  onCreate: () => void;
}): Promise<{ created: boolean }> {
  const folder = databaseFolder(options.dataDir);
  if (existsSync(folder)) {
    await checkFilesVersion(folder);
    await keepPrivate(folder);
    return { created: false };
  }
  options.onCreate();
  const draft = `${folder}.creating`;
  await rm(draft, { recursive: true, force: true });
  try {
    await createDataDirectory({ dataDir: draft, workerFile: options.workerFile });
    await keepPrivate(draft);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw new DatabaseError(`The database could not be created in ${folder}: ${reasonOf(error)}.`, { cause: error });
  }
  await syncTree(draft);
  await renameDurably(draft, folder);
  return { created: true };
}

/**
 * Copies the database's files, which nobody has open, to `<dataDir>/backups/<occasion>-<time>`, synced to the disk; keeps the newest
 * three copies of that occasion. Returns the copy's folder.
 */
export async function backUpDatabaseFolder(dataDir: string, occasion: CopyOccasion, now: Date): Promise<string> {
  const folder = backupFolder(dataDir);
  const target = path.join(folder, `${occasion}-${now.toISOString().replaceAll(':', '-')}`);
  const draft = `${target}.unfinished`;
  await mkdir(folder, { recursive: true });
  await keepPrivate(folder);
  await copyTree(databaseFolder(dataDir), draft);
  await syncTree(draft);
  await renameDurably(draft, target);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${occasion}-`)).sort();
  const finished = names.filter((name) => !name.endsWith('.unfinished'));
  const stale = [...names.filter((name) => name.endsWith('.unfinished')), ...finished.slice(0, -copiesKept)];
  for (const name of stale) await rm(path.join(folder, name), { recursive: true, force: true });
  return target;
}

async function checkFilesVersion(folder: string): Promise<void> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
  if (version === filesVersion) return;
  throw new DatabaseError(
    version === null
      ? `The folder ${folder} does not hold a database (its file PG_VERSION is missing); move it away or restore a backup of it.`
      : `The database in ${folder} has files of PostgreSQL ${version}, and this version of the program reads those of ${filesVersion}.`,
  );
}

/** The reason as the end of a sentence: without a full stop. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.\s*$/, '');
}
