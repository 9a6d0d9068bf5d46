import { type Actor, actorIdOf } from '@/lib/access/actor';
import { createImport, type ImportRow, listUnended } from '@/lib/data/evidence/imports';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { tellSources } from './tellSources';

/** So many files of a workspace lie ready or wait at most. */
export const mostUnended = 20;

const longestName = 300;

/** A file's name as lists show it: the last part of a path, on one line. */
function toShownName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const line = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(line).slice(0, longestName).join('');
}

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'imports'>;
type Body = ReadableStream<Uint8Array> | null;

/** Which files are on their way, by workspace: many that begin at the same moment are as many as those that come one after the other. */
const arriving = new Map<string, Set<string>>();

/**
 * Takes a file of answers in, where it lies ready for a day at most. Nothing is read of it yet. Throws `tooLarge` beyond MAX_EVIDENCE_MB, `invalid` for an
 * empty one, and `conflict` when too many lie ready.
 */
export async function stageFile(
  running: Running,
  actor: Actor,
  { id: sourceId, workspaceId }: Pick<SourceRow, 'id' | 'workspaceId'>,
  { name, body }: { name: string; body: Body },
): Promise<ImportRow> {
  const id = newId();
  const coming = arriving.get(workspaceId) ?? new Set();
  const before = [...coming];
  arriving.set(workspaceId, coming.add(id));
  try {
    // By their ids: one that has just come in is in both lists, and counts once.
    if (new Set([...before, ...(await listUnended(running.database, workspaceId))]).size >= mostUnended) {
      const values = { max: mostUnended };
      throw new AppError('conflict', 'Too many files wait.', { messageKey: 'tooManyImports', values });
    }
    return await takeIn(running, actor, { id, sourceId, workspaceId, name, body });
  } finally {
    coming.delete(id);
    if (coming.size === 0 && arriving.get(workspaceId) === coming) arriving.delete(workspaceId);
  }
}

async function takeIn(
  running: Running,
  actor: Actor,
  { id, sourceId, workspaceId, name, body }: { id: string; sourceId: string; workspaceId: string; name: string; body: Body },
): Promise<ImportRow> {
  const { database, env, imports } = running;
  const { staging } = imports;
  const byteCount = await staging.write(id, body, env.MAX_EVIDENCE_MB);
  try {
    if (byteCount === 0) throw new AppError('invalid', 'The file is empty.', { messageKey: 'answersEmpty' });
    const file = { id, sourceId, fileName: toShownName(name), byteCount, createdBy: actorIdOf(actor) };
    const row = await createImport(database, file);
    if (!row) throw new AppError('notFound', 'The source is gone.', { messageKey: 'sourceNotFound' });
    await tellSources(running, workspaceId, { sourceId, importId: id });
    return row;
  } catch (error) {
    await staging.remove(id);
    throw error;
  }
}
