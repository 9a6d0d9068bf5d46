import { type Actor, actorIdOf } from '@/lib/access/actor';
import { addMapFile, countMapFiles, type MapFileRow } from '@/lib/data/mapFiles';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { storeFile, type Upload } from './storeFile';

type Running = Pick<Runtime, 'database' | 'env' | 'metrics' | 'pictures'>;

/**
 * Stores a picture or file for a map; the caller has checked that the actor may write there. Throws `invalid`, `tooLarge`, `tooMany` and `conflict` (the map
 * has as many as it may).
 */
export async function storeMapFile(running: Running, actor: Actor, mapId: string, upload: Upload): Promise<MapFileRow> {
  const stored = await storeFile(running, actor, upload, () => requireRoom(running, mapId, 1));
  return addMapFile(running.database, { id: newId(), mapId, createdBy: actorIdOf(actor), ...stored });
}

/** Throws `conflict` when a map would have more files than MAX_FILES_PER_MAP. */
export async function requireRoom(
  { database, env }: Pick<Running, 'database' | 'env'>,
  mapId: string,
  more: number,
): Promise<void> {
  const max = env.MAX_FILES_PER_MAP;
  if ((await countMapFiles(database, mapId)) + more <= max) return;
  throw tooManyMapFiles(max);
}

/** What is said of a map that has MAX_FILES_PER_MAP files, or would have more. */
export function tooManyMapFiles(max: number): AppError {
  return new AppError('conflict', 'The map has as many files as it may.', { messageKey: 'tooManyMapFiles', values: { max } });
}
