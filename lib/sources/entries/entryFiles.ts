import { type Actor, actorIdOf } from '@/lib/access/actor';
import { listEntries } from '@/lib/data/evidence/entries';
import { addEntryFile, type EntryFileRow, findEntryFile, listEntryFiles, removeEntryFile } from '@/lib/data/evidence/entryFiles';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { storeFile, type Upload } from '@/lib/files/storeFile';
import { idSchema, newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { tellSources } from '../tellSources';

/** Pictures and files that one entry has at most. */
export const mostEntryFiles = 20;

type Running = Pick<Runtime, 'database' | 'env' | 'events' | 'metrics' | 'pictures'>;
type Owner = Pick<SourceRow, 'id' | 'workspaceId'>;

const entryGone = (): AppError => new AppError('notFound', 'There is no such entry.', { messageKey: 'entryNotFound' });
const tooMany = (): AppError =>
  new AppError('conflict', 'The entry has as many files as it may.', {
    messageKey: 'tooManyEntryFiles',
    values: { max: mostEntryFiles },
  });

/** Adds a picture or file to an entry. Throws `notFound`, `conflict` when it has its fill, and what `storeFile` throws. */
export async function attachFile(
  running: Running,
  actor: Actor,
  source: Owner,
  entryId: string,
  upload: Upload,
): Promise<EntryFileRow> {
  const { database } = running;
  if ((await listEntries(database, source.id, [entryId])).length === 0) throw entryGone();
  const stored = await storeFile(running, actor, upload, async () => {
    if ((await listEntryFiles(database, source.id, [entryId])).length >= mostEntryFiles) throw tooMany();
  });
  const file = { id: newId(), fingerprint: entryId, createdBy: actorIdOf(actor), ...stored };
  const row = await addEntryFile(database, source.id, file, mostEntryFiles);
  if (row === null) throw entryGone();
  if (row === 'full') throw tooMany();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return row;
}

/** A file of an entry. Throws `notFound`. */
export async function requireEntryFile(
  { database }: Pick<Runtime, 'database'>,
  sourceId: string,
  entryId: string,
  id: string,
): Promise<EntryFileRow> {
  const file = idSchema.safeParse(id).success ? await findEntryFile(database, sourceId, entryId, id) : null;
  if (!file) throw new AppError('notFound', 'No such file of this entry.', { messageKey: 'fileNotFound' });
  return file;
}

/** Takes a file from an entry for good. Throws `notFound`. */
export async function detachFile(
  running: Pick<Runtime, 'database' | 'events'>,
  source: Owner,
  entryId: string,
  id: string,
): Promise<void> {
  if (!(await removeEntryFile(running.database, source.id, entryId, id))) {
    throw new AppError('notFound', 'No such file of this entry.', { messageKey: 'fileNotFound' });
  }
  await tellSources(running, source.workspaceId, { sourceId: source.id });
}
