import { findBlob, readBlob } from '@/lib/data/blobs';
import type { Database } from '@/lib/data/database';
import type { MapFileRow } from '@/lib/data/mapFiles';
import { AppError } from '@/lib/errors';
import { contentDisposition } from '@/lib/export/fileName';
import { endingOf } from './fileName';

export type FileVersion = 'large' | 'small';

/** What is handed out of a file of a map, or of an entry. */
export type ShownFile = Pick<MapFileRow, 'hash' | 'smallHash' | 'name' | 'width'>;

const endings: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** A picture that was made anew may have another ending than the name that it came with. */
function savedName({ name }: ShownFile, mediaType: string): string {
  const ending = endings[mediaType];
  if (ending === undefined || endingOf(name) === ending || (ending === 'jpg' && endingOf(name) === 'jpeg')) return name;
  return `${name.replace(/\.[0-9A-Za-z]+$/, '')}.${ending}`;
}

function toStream(chunks: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await chunks.return();
    },
  });
}

/**
 * A file of a map, or of an entry, as an HTTP answer; the caller has checked that the reader may see that. Only pictures that this server made itself are shown;
 * everything else is saved, as bytes of no kind, and would run nothing if it were opened. Each showing asks again, so that lost access is lost.
 */
export async function mapFileResponse(
  db: Database,
  request: Request,
  file: ShownFile,
  { version, save }: { version: FileVersion; save: boolean },
): Promise<Response> {
  const hash = version === 'small' ? (file.smallHash ?? file.hash) : file.hash;
  const isPicture = file.width !== null;
  const etag = `"${hash.slice(0, 32)}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const blob = await findBlob(db, hash);
  if (!blob) throw new AppError('notFound', 'The stored bytes are gone.', { messageKey: 'fileNotFound' });
  const name = savedName(file, blob.mediaType);
  return new Response(toStream(readBlob(db, blob)), {
    headers: {
      ...headers,
      'Content-Type': isPicture ? blob.mediaType : 'application/octet-stream',
      'Content-Length': String(blob.size),
      'Content-Disposition': isPicture && !save ? 'inline' : contentDisposition(name),
    },
  });
}
