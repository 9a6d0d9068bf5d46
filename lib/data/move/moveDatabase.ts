import type { Env } from '@/lib/env';
import { type Database, DatabaseError } from '../database';
import { backUpDatabaseFolder } from '../embedded/dataDirectory';
import { refuseForeignRoot } from '../embedded/dataOwner';
import { openDatabase } from '../openDatabase';
import { compareInstallations, type TableComparison } from './compareInstallations';
import { copyInstallation, holdsInstallation, judgeTarget, type MoveProgress } from './copyInstallation';
import { type End, nameOf, requireSource } from './moveTarget';
import { markFinished } from './unfinishedMove';

export type Move = {
  from: End;
  to: End;
  env: Env;
  dataDir: string;
  /** Whether what the target holds may be replaced. */
  replace: boolean;
  onCopy: (progress: MoveProgress) => void;
  onCompared: (comparison: TableComparison) => void;
  /** Something to be told to the person, as a sentence. */
  tell: (sentence: string) => void;
};

/**
 * Copies an installation into another database and compares both, table by table. The source is only read. Until everything was found
 * equal the target is marked as unfinished: a server refuses it, and another move begins anew. Throws `DatabaseError`.
 */
export async function moveDatabase(move: Move): Promise<TableComparison[]> {
  await refuseForeignRoot(move.dataDir);
  requireSource(move.from, move.dataDir);
  const source = await open(move, move.from, { mayMigrate: false });
  try {
    if (!(await holdsInstallation(source))) {
      throw new DatabaseError(`There is no installation in ${nameOf(move.from, move.dataDir)}: nobody has set it up.`);
    }
    const target = await openTarget(move);
    try {
      await copyInstallation(source, target, move.onCopy);
      const tables = await compareInstallations(source, target, move.onCompared);
      const different = tables.filter(({ equal }) => !equal).map(({ table }) => table);
      if (different.length > 0) {
        throw new DatabaseError(
          `The copy differs from the original in: ${different.join(', ')}. It stays marked as unfinished and is not used; nothing else has changed.`,
        );
      }
      await markFinished(target.pool);
      return tables;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function openTarget(move: Move): Promise<Database> {
  const { to, dataDir, replace, tell } = move;
  const target = await open(move, to, { mayBeUnfinished: true });
  const state = await judgeTarget(target).catch(async (error) => {
    await target.close();
    throw error;
  });
  if (state === 'unfinished') tell('An earlier move into this database broke off; it begins anew.');
  if (state !== 'inUse') return target;
  if (!replace) {
    await target.close();
    throw new DatabaseError(
      to.url === undefined
        ? `There is an installation in ${nameOf(to, dataDir)} already; add --replace to have it replaced (it is kept in ${dataDir}/backups).`
        : `There is an installation in ${nameOf(to, dataDir)} already; add --replace to lose it, or name an empty database.`,
    );
  }
  if (to.url !== undefined) return target;
  // Closed files are one consistent state; a copy of open ones would not be.
  await target.close();
  tell(`What the embedded database held is kept in ${await backUpDatabaseFolder(dataDir, 'before-move', new Date())}.`);
  return open(move, to, { mayBeUnfinished: true });
}

function open(
  { env, dataDir }: Move,
  { url, option }: End,
  options: { mayMigrate?: boolean; mayBeUnfinished?: boolean },
): Promise<Database> {
  return openDatabase({
    env: { ...env, DATABASE_URL: url },
    dataDir,
    exclusive: true,
    addressName: option,
    onDeath: (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
    ...options,
  });
}
