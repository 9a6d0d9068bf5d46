import { type Actor, actorIdOf } from '@/lib/access/actor';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { copyFileRows, listMapFilesById, listMapsWithFiles, type MapFileRow } from '@/lib/data/mapFiles';
import type { Runtime } from '@/lib/runtime';
import { requireRoom } from './storeMapFile';

type Running = Pick<Runtime, 'database' | 'env'>;

/**
 * Gives a map files of another map, for cards that were copied from there; they keep their ids. The caller has checked that the actor may read
 * the one and write the other. Returns those that the map has now. Throws `conflict` when that would be too many.
 */
export async function copyMapFiles(
  running: Running,
  actor: Actor,
  { from, to, ids }: { from: string; to: string; ids: readonly string[] },
): Promise<MapFileRow[]> {
  const { database } = running;
  const known = new Set((await listMapFilesById(database, to, ids)).map(({ id }) => id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  const found = (await listMapFilesById(database, from, missing)).map(({ id }) => id);
  if (found.length > 0) {
    await requireRoom(running, to, found.length);
    await copyFileRows(database, { from, to, ids: found, createdBy: actorIdOf(actor) });
  }
  return listMapFilesById(database, to, ids);
}

/** For each of these files a map that has it and that the actor may read; those that they may not know of are left out. */
export async function findReadableFiles(
  { database }: Pick<Running, 'database'>,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const readable = new Map<string, string>();
  const judged = new Map<string, boolean>();
  for (const { mapId, id } of ids.length === 0 ? [] : await listMapsWithFiles(database, ids)) {
    if (readable.has(id)) continue;
    if (!judged.has(mapId)) judged.set(mapId, (await findMapAccess(database, actor, mapId)) !== null);
    if (judged.get(mapId)) readable.set(id, mapId);
  }
  return readable;
}
