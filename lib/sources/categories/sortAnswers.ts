import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { type MovedAnswer, mostMoved, moveAnswers, pageSortable, type SortableRow } from '@/lib/data/evidence/moveAnswers';
import { findPendingSorting, noteSorted, type PendingSorting } from '@/lib/data/evidence/sorting';
import { reassign } from '@/lib/evidence/categories/categorise';
import { type Assignment, givenDimension } from '@/lib/evidence/categories/category';
import type { Runtime } from '@/lib/runtime';
import { type BackgroundWork, startWork } from '../startWork';
import { inCategory } from '../toSlice';
import { readCategories } from './readCategories';

type Running = Pick<Runtime, 'database' | 'events' | 'log'>;

/**
 * Brings answers to the categories that rules and files' names put them in: after every change of these, file by file, in short steps. Wake it when categories or rules
 * were changed, and after a file has come in.
 */
export const startSorting = (running: Running): BackgroundWork =>
  startWork(running, {
    find: () => findPendingSorting(running.database),
    act: (file, isOver) => sortFile(running, file, isOver),
    failed: 'answers could not be sorted into categories',
  });

/** An answer that is to be in another category than it is, or has come there in another way. */
export function toMove(
  row: SortableRow,
  { categoryId, by }: Assignment,
): { answer: MovedAnswer; slice: ReturnType<typeof inCategory> }[] {
  if (row.categoryId === categoryId && row.categoryBy === by) return [];
  const slice = inCategory(row.dimensions, categoryId);
  const { fingerprint, sliceId } = row;
  return [
    { answer: { fingerprint, before: sliceId, beforeBy: row.categoryBy, slice: slice.id, categoryId, categoryBy: by }, slice },
  ];
}

/** What decides about an answer's category. */
export const sayingsOf = ({ verbatims, dimensions }: Pick<SortableRow, 'verbatims' | 'dimensions'>) => ({
  texts: Object.values(verbatims),
  given: dimensions[givenDimension] ?? null,
});

/** Milliseconds that rules are tried in one turn. */
const longestTurn = 10;

/** Sorts the answers of a file. Broken off, or when rules change meanwhile, it is begun again: what was sorted stays sorted. */
async function sortFile({ database }: Running, file: PendingSorting, isOver: () => boolean): Promise<void> {
  const { importId, sourceId, workspaceId } = file;
  const categories = await readCategories(database, workspaceId);
  const { revision } = categories;
  for (let after = ''; ; ) {
    if (isOver()) return;
    let start = performance.now();
    // The embedded database is one session: as long again is left to those who edit.
    const pause = async (): Promise<void> => {
      if (database.kind === 'embedded') await delay(performance.now() - start);
      start = performance.now();
    };
    const rows = await pageSortable(database, importId, after);
    const last = rows.at(-1);
    if (!last) return noteSorted(database, importId, revision);
    const moves: ReturnType<typeof toMove> = [];
    let turn = performance.now();
    for (const row of rows) {
      moves.push(...toMove(row, reassign({ categoryId: row.categoryId, by: row.categoryBy }, sayingsOf(row), categories)));
      // Many rules over long texts take their time, which is not taken in one piece.
      if (performance.now() - turn > longestTurn) {
        await nextTurn();
        turn = performance.now();
      }
    }
    await pause();
    for (let at = 0; at < moves.length; at += mostMoved) {
      const some = moves.slice(at, at + mostMoved);
      const answers = some.map(({ answer }) => answer);
      const slices = some.map(({ slice }) => slice);
      const moved = await moveAnswers(database, { id: sourceId, workspaceId }, { revision, answers, slices });
      if (moved === null) return;
      await pause();
    }
    after = last.fingerprint;
  }
}
