import { type Actor, actorIdOf } from '@/lib/access/actor';
import { cancelImport, findImport, type ImportRow, queueImport } from '@/lib/data/evidence/imports';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import type { Runtime } from '@/lib/runtime';
import { inspectStaged, shapeOf } from './lookAtFile';
import { tellSources } from './tellSources';

type Running = Pick<Runtime, 'database' | 'events' | 'imports'>;

/** What a score means must not be guessed: where both directions occur, somebody says which one it is. */
function requireDirections({ columns }: ReadingPlan): void {
  const details = columns.flatMap(({ name, role, doubts }, index) =>
    role.kind === 'score' && doubts.includes('score.directionUnclear')
      ? [
          {
            path: `plan.columns.${index}`,
            message: `Is a high number good or bad in “${name}”? Take the doubt away once it is settled.`,
          },
        ]
      : [],
  );
  if (details.length === 0) return;
  throw new AppError('conflict', 'A direction is unclear.', { messageKey: 'directionUnclear', details });
}

function requireChosen({ columns }: ReadingPlan): void {
  if (columns.some(({ role }) => role.kind !== 'ignore' && role.kind !== 'personal')) return;
  throw new AppError('invalid', 'The plan takes nothing over.', { messageKey: 'nothingChosen' });
}

/**
 * Begins to import a file that lies ready, by a plan, which is remembered; without one, by that which inspecting it gives. Throws `conflict` when it
 * does not lie ready, and when the direction of a score is not settled.
 */
export async function beginImporting(
  running: Running,
  { row, source }: { row: ImportRow; source: SourceRow },
  given: ReadingPlan | undefined,
): Promise<ImportRow> {
  const plan = given ?? (await inspectStaged(running, row, {})).plan;
  requireChosen(plan);
  requireDirections(plan);
  const queued = await queueImport(running.database, row, { plan: JSON.parse(JSON.stringify(plan)), shape: shapeOf(plan) });
  if (!queued) throw new AppError('conflict', 'The file does not lie ready.', { messageKey: 'importNotStaged' });
  running.imports.wake();
  await tellSources(running, source.workspaceId, { sourceId: source.id, importId: row.id });
  return (await findImport(running.database, row.id)) ?? row;
}

/** Takes a file back: one that lies ready, waits or is being read ends at once; answers that counted already do not count any more, and are removed. */
export async function takeBack(
  running: Running,
  actor: Actor,
  { row, source }: { row: Pick<ImportRow, 'id' | 'kind' | 'sourceId'>; source: Pick<SourceRow, 'id' | 'workspaceId'> },
): Promise<void> {
  // Entries are deleted one by one, by whoever knows what stands in them.
  if (row.kind === 'typed') throw new AppError('conflict', 'Entries are no file.', { messageKey: 'entriesNoFile' });
  const { workspaceId, id: sourceId } = source;
  const before = await cancelImport(running.database, row, { actorId: actorIdOf(actor), workspaceId });
  if (before === null) return;
  // One that is being read goes when its reader finds out.
  if (before === 'staged' || before === 'queued') await running.imports.staging.remove(row.id);
  running.imports.wake();
  await tellSources(running, workspaceId, { sourceId, importId: row.id });
}
