import { type Actor, actorIdOf } from '@/lib/access/actor';
import { countAttempt } from '@/lib/auth/limits';
import { storeBlob } from '@/lib/data/blobs';
import type { MapFileRow } from '@/lib/data/mapFiles';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { formatOf } from '@/lib/pictures/pictureHeader';
import type { Runtime } from '@/lib/runtime';
import { endingOf, toStoredName } from './fileName';
import { isProgram } from './program';

/** A file as it is sent: its bytes and its name. */
export type Upload = { bytes: Uint8Array; name: string; locale: Locale };

/** A file whose bytes are stored. Pictures have a width, a height and a smaller version. */
export type StoredFile = Pick<MapFileRow, 'name' | 'hash' | 'smallHash' | 'mediaType' | 'size' | 'width' | 'height'>;

/** What is not shown as a picture is only ever handed out as a file to be saved. */
const plainFile = 'application/octet-stream';
const pictureEndings = new Set(['png', 'jpg', 'jpeg', 'jpe', 'jfif', 'webp', 'gif']);

/**
 * Stores a picture or file; the caller has checked that the actor may. What it is says the content alone, never a name or a media type that was sent
 * along. `requireRoom`: asked before anything is stored. Throws `invalid`, `tooLarge`, `tooMany`.
 */
export async function storeFile(
  running: Pick<Runtime, 'database' | 'env' | 'metrics' | 'pictures'>,
  actor: Actor,
  { bytes, name: given, locale }: Upload,
  requireRoom: () => Promise<void>,
): Promise<StoredFile> {
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
  await requireRoom();
  if (format === null) {
    const { hash } = await storeBlob(database, bytes, plainFile);
    return { name, hash, smallHash: null, mediaType: plainFile, size: bytes.length, width: null, height: null };
  }
  const { large, small } = await pictures.make(bytes, format);
  const stored = await storeBlob(database, large.bytes, large.mediaType);
  const preview = await storeBlob(database, small.bytes, small.mediaType);
  const { mediaType, width, height } = large;
  return { name, hash: stored.hash, smallHash: preview.hash, mediaType, size: large.bytes.length, width, height };
}
