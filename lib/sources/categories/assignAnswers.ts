import { setTimeout as delay } from 'node:timers/promises';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { appendAudit } from '@/lib/data/audit';
import type { AnswerPlace } from '@/lib/data/evidence/answers';
import { findSortable, mostMoved, moveAnswers } from '@/lib/data/evidence/moveAnswers';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { isCategorised } from '@/lib/evidence/categories/category';
import type { Runtime } from '@/lib/runtime';
import type { AnswerFilter } from '../answerFilter';
import { listAnswers } from '../listAnswers';
import { tellSources } from '../tellSources';
import { categoryGone } from './manageCategories';
import { readCategories } from './readCategories';
import { sayingsOf, toMove } from './sortAnswers';

type Running = Pick<Runtime, 'database' | 'events'>;
type Source = Pick<SourceRow, 'id' | 'workspaceId' | 'kind'>;

/** Answers that one request assigns at most. */
export const mostAssigned = 200;

/** Tries when rules, or answers, change at the very moment. */
const mostTries = 5;

/** Answers have categories in sources about contacts only. */
export function requireCategorised(source: Pick<SourceRow, 'kind'>): void {
  if (isCategorised(source)) return;
  throw new AppError('conflict', 'Answers of this source are in no categories.', { messageKey: 'notCategorised' });
}

/**
 * Puts answers into a category by hand, at most `mostAssigned` of them; null: the rules decide about them from now on. Throws `notFound` for a category that is not
 * there. Returns how many there are.
 */
async function assign(running: Running, source: Source, ids: readonly string[], categoryId: string | null): Promise<number> {
  const { database } = running;
  for (let start = 0; start < ids.length; start += mostMoved) {
    const some = ids.slice(start, start + mostMoved);
    for (let tries = 0; ; tries++) {
      const begun = performance.now();
      const { tree, categorise, revision } = await readCategories(database, source.workspaceId);
      if (categoryId !== null && !tree.find(categoryId)) throw categoryGone();
      const moves = (await findSortable(database, source.id, some)).flatMap((row) =>
        toMove(row, categoryId === null ? categorise(sayingsOf(row)) : { categoryId, by: 'hand' }),
      );
      if (moves.length === 0) break;
      if (tries === mostTries) throw new AppError('conflict', 'Others sort the same answers.');
      await moveAnswers(database, source, {
        revision,
        answers: moves.map(({ answer }) => answer),
        slices: moves.map(({ slice }) => slice),
      });
      // The embedded database is one session: as long again is left to those who edit.
      if (database.kind === 'embedded') await delay(performance.now() - begun);
    }
  }
  return (await findSortable(database, source.id, ids)).length;
}

/** Notes in the audit log that somebody assigns answers, and tells it. */
async function say(
  running: Running,
  actor: Actor,
  source: Source,
  detail: { answers?: number; categoryId: string | null },
): Promise<void> {
  const { id: sourceId, workspaceId } = source;
  const entry = { action: 'category.assigned', actorId: actorIdOf(actor), workspaceId, detail: { sourceId, ...detail } } as const;
  await appendAudit(running.database, entry);
}

/** Puts chosen answers into a category by hand; null: the rules decide about them from now on. Returns how many there were. */
export async function assignChosen(
  running: Running,
  actor: Actor,
  source: Source,
  { categoryId, answers }: { categoryId: string | null; answers: readonly string[] },
): Promise<{ assigned: number; next: null }> {
  requireCategorised(source);
  const assigned = await assign(running, source, answers, categoryId);
  await say(running, actor, source, { answers: assigned, categoryId });
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return { assigned, next: null };
}

/**
 * Puts the next answers that pass a filter into a category. `next`: behind which answer to go on, null at the end; a call assigns `mostAssigned` at most, so that nobody waits
 * long. The audit log notes the first call.
 */
export async function assignFound(
  running: Running,
  actor: Actor,
  source: Source,
  {
    categoryId,
    filter,
    after,
  }: {
    categoryId: string | null;
    filter: AnswerFilter & { text?: string | undefined };
    after: AnswerPlace | null;
  },
): Promise<{ assigned: number; next: AnswerPlace | null }> {
  requireCategorised(source);
  const { answers, next } = await listAnswers(running, source.id, { ...filter, after, limit: mostAssigned });
  const assigned = await assign(
    running,
    source,
    answers.map(({ fingerprint }) => fingerprint),
    categoryId,
  );
  if (after === null) await say(running, actor, source, { categoryId });
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return { assigned, next };
}
