import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { storeBlob } from '@/lib/data/blobs';
import { addMapFile, countMapFiles, type MapFileRow } from '@/lib/data/mapFiles';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { newId } from '@/lib/map/id';
import { formatOf } from '@/lib/pictures/pictureHeader';
import type { Runtime } from '@/lib/runtime';
import { endingOf, toStoredName } from './fileName';
import { isProgram } from './program';

type Running = Pick<Runtime, 'database' | 'env' | 'metrics' | 'pictures'>;

/** What is not shown as a picture is only ever handed out as a file to be saved. */
const plainFile = 'application/octet-stream';
const pictureEndings = new Set(['png', 'jpg', 'jpeg', 'jpe', 'jfif', 'webp', 'gif']);

/**
 * Stores a picture or file for a map; the caller has checked that the actor may write there. What it is says the content alone, never a name or
 * a media type that was sent along. Throws `invalid`, `tooLarge`, `tooMany` and `conflict` (the map has as many as it may).
 */
export async function storeMapFile(
  running: Running,
  actor: Actor,
  mapId: string,
  { bytes, name: given, locale }: { bytes: Uint8Array; name: string; locale: Locale },
): Promise<MapFileRow> {
  const { database, pictures } = running;
  if (bytes.length === 0) throw new AppError('invalid', 'The file is empty.', { messageKey: 'fileEmpty' });
  const format = formatOf(bytes);
  const say = translatorOf(locale, 'cardParts');
  const name = toStoredName(given, say(format ? 'files.unnamedPicture' : 'files.unnamedFile'));
  if (isProgram(name, bytes)) {
    throw new AppError('invalid', 'The file is a program.', { messageKey: 'fileIsProgram' });
  }
  if (format === null && pictureEndings.has(endingOf(name))) {
    throw new AppError('invalid', 'The file is no picture, whatever its name says.', { messageKey: 'pictureUnknown' });
  }
  await countAttempt(running, [{ limit: 'upload', who: actorIdOf(actor) }]);
  await requireRoom(running, mapId, 1);
  const row = { id: newId(), mapId, name, createdBy: actorIdOf(actor) };
  if (format === null) {
    const { hash } = await storeBlob(database, bytes, plainFile);
    const file = { smallHash: null, mediaType: plainFile, size: bytes.length, width: null, height: null };
    return addMapFile(database, { ...row, hash, ...file });
  }
  const { large, small } = await pictures.make(bytes, format);
  const stored = await storeBlob(database, large.bytes, large.mediaType);
  const preview = await storeBlob(database, small.bytes, small.mediaType);
  const { mediaType, width, height } = large;
  const picture = { mediaType, size: large.bytes.length, width, height };
  return addMapFile(database, { ...row, hash: stored.hash, smallHash: preview.hash, ...picture });
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
