import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { changeReckoning, type EvidenceColumn } from '@/lib/data/evidence/columns';
import { listWaitingIds } from '@/lib/data/evidence/imports';
import { changeSource, createSource, markSourceDeleted, type SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import type { Reckoning } from '@/lib/evidence/scoreMethod';
import { sourceKinds, surveyBases } from '@/lib/evidence/sourceKind';
import { newId } from '@/lib/map/id';
import { lineSchema } from '@/lib/maps/lineSchema';
import type { Runtime } from '@/lib/runtime';
import { tellSources } from './tellSources';

/** So many sources a workspace has at most. */
export const mostSources = 500;

const name = lineSchema(100);
const basis = z
  .enum(surveyBases)
  .nullable()
  .describe('Of surveys: about the relationship as a whole, or about what has just happened.');
const retentionDays = z
  .int()
  .min(1)
  .max(36_500)
  .nullable()
  .describe('Answers are removed so many days after they were given; null: they are kept.');

/** What makes a source. */
export const newSourceSchema = z.union([
  z.strictObject({
    kind: z.literal('survey'),
    name,
    basis: basis.default(null),
    retentionDays: retentionDays.default(null),
  }),
  z.strictObject({ kind: z.enum(sourceKinds).exclude(['survey']), name, retentionDays: retentionDays.default(null) }),
]);

/** What may be changed of one. What is absent stays. */
export const sourceChangeSchema = z.strictObject({
  name: name.optional(),
  basis: basis.optional(),
  retentionDays: retentionDays.optional(),
});

type Running = Pick<Runtime, 'database' | 'events'>;

/** Makes a source. Throws `conflict` when the workspace has its fill. */
export async function addSource(
  running: Running,
  actor: Actor,
  workspaceId: string,
  given: z.output<typeof newSourceSchema>,
  id = newId(),
): Promise<SourceRow> {
  const source = { basis: null, ...given, id, workspaceId, createdBy: actorIdOf(actor) };
  const row = await createSource(running.database, source, mostSources);
  if (!row) {
    const values = { max: mostSources };
    throw new AppError('conflict', 'The workspace has too many sources.', { messageKey: 'tooManySources', values });
  }
  await tellSources(running, workspaceId, { sourceId: id });
  return row;
}

/** Renames a source, or changes what else may be. Throws `notFound` when somebody deleted it meanwhile. */
export async function editSource(
  running: Running,
  actor: Actor,
  { id, workspaceId, kind }: Pick<SourceRow, 'id' | 'workspaceId' | 'kind'>,
  change: z.output<typeof sourceChangeSchema>,
): Promise<SourceRow> {
  if (kind !== 'survey' && change.basis) {
    const details = [{ path: 'basis', message: 'only surveys have one' }];
    throw new AppError('invalid', 'Only surveys have a basis.', { details });
  }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const row = await changeSource(running.database, { id, workspaceId, actorId: actorIdOf(actor) }, given);
  if (!row) throw new AppError('notFound', 'The source is gone.', { messageKey: 'sourceNotFound' });
  await tellSources(running, workspaceId, { sourceId: id });
  return row;
}

/** Deletes a source with everything that was imported into it, for good. It is gone at once; its rows go in short steps. */
export async function removeSource(
  running: Running & Pick<Runtime, 'imports'>,
  actor: Actor,
  { id, workspaceId }: Pick<SourceRow, 'id' | 'workspaceId'>,
): Promise<void> {
  if (!(await markSourceDeleted(running.database, { id, workspaceId, actorId: actorIdOf(actor) }))) return;
  for (const waiting of await listWaitingIds(running.database, id)) await running.imports.staging.remove(waiting);
  await tellSources(running, workspaceId, { sourceId: id });
  running.imports.wake();
}

/**
 * Corrects on which scale a column of scores was asked, or chooses how it is reckoned. Answers stay as they came. Throws `notFound` when there is no such
 * column, and `conflict` when another one asks the same on that scale.
 */
export async function correctColumn(
  running: Running,
  actor: Actor,
  source: Pick<SourceRow, 'id' | 'workspaceId'>,
  number: number,
  reckoning: Reckoning,
): Promise<EvidenceColumn> {
  const column = await changeReckoning(running.database, source, number, reckoning, actorIdOf(actor));
  if (column === null) throw new AppError('notFound', 'There is no such column of scores.', { messageKey: 'columnNotFound' });
  if (column === 'taken') throw new AppError('conflict', 'Another column has that scale.', { messageKey: 'columnScaleTaken' });
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return column;
}
