import type { Database } from '../database';
import { listTables, positionOf, type TableForm } from '../rows/columns';
import { emptyTables, isEmpty } from '../rows/emptyTables';
import { readPages } from '../rows/readRows';
import { raiseSequences, readSequences } from '../rows/sequences';
import type { Row } from '../rows/source';
import { writeRows } from '../rows/writeRows';
import { isUnfinished, markUnfinished, unfinishedKey } from './unfinishedMove';

/** What a target holds before anything is written to it. */
export type TargetState = 'empty' | 'unfinished' | 'inUse';

/** Where a move is, for the person who watches. `rows`: of the table, so far. */
export type MoveProgress = { table: string; rows: number; done: boolean };

/** Whether an installation may be moved into this database without losing another one. */
export async function judgeTarget({ pool }: Database): Promise<TargetState> {
  if (await isUnfinished(pool)) return 'unfinished';
  return (await isEmpty(pool, await listTables(pool))) ? 'empty' : 'inUse';
}

/** Whether there is an installation to move: somebody has set it up. */
export async function holdsInstallation({ pool }: Database): Promise<boolean> {
  return !(await isEmpty(pool, await listTables(pool)));
}

/**
 * Replaces everything in `target` by everything in `source`, table by table, counters included. Both must be of this version, and nobody
 * else may have them open. The target is marked as unfinished from its first change on; take the mark away when it was compared.
 */
export async function copyInstallation(
  source: Database,
  target: Database,
  onProgress: (progress: MoveProgress) => void,
): Promise<void> {
  const forms = await listTables(source.pool);
  await clear(target);
  for (const form of forms) {
    let rows = 0;
    for await (const page of readPages(source.pool, form)) {
      await writeRows(target.pool, form, withoutMark(form, page));
      rows += page.length;
      onProgress({ table: form.name, rows, done: false });
    }
    onProgress({ table: form.name, rows, done: true });
  }
  await raiseSequences(target.pool, forms, await readSequences(source.pool, forms));
}

/** The rows without the mark of an unfinished move, which belongs to the database and not to the installation. */
export function withoutMark(form: TableForm, rows: readonly Row[]): readonly Row[] {
  if (form.name !== 'setting') return rows;
  const key = positionOf(form, 'key');
  return rows.filter((row) => row[key] !== unfinishedKey);
}

/** Emptied and marked in one step: a target is never empty without being marked. */
async function clear({ pool }: Database): Promise<void> {
  const session = await pool.connect();
  let broken: Error | undefined;
  try {
    await session.query('begin');
    await emptyTables(session, await listTables(session));
    await markUnfinished(session);
    await session.query('commit');
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    session.release(broken);
  }
}
