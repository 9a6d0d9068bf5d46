import { z } from 'zod';
import type { AttachedFile } from '@/lib/document/operations/attachments';

/** Why a file did not come to the map: one of our own reasons, or what the server said. */
export type UploadFailure =
  | { reason: 'offline' | 'broken' | 'cardGone' | 'cellGone' | 'readOnly' | 'notCopied' }
  | { reason: 'tooMany'; count: number; max: number }
  | { reason: 'refused'; sentence: string };

/** A file that the server did not take, or that did not get there. */
export class UploadError extends Error {
  override name = 'UploadError';
  constructor(readonly failure: UploadFailure) {
    super(failure.reason);
  }
}

/** Sends a file. `onProgress`: 0 … 1, which means that all of it is there. Throws `UploadError`. */
export type SendFile = (
  file: File,
  options: { signal: AbortSignal; onProgress: (part: number) => void },
) => Promise<AttachedFile>;

const fileSchema = z.object({
  fileId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  width: z.number().optional(),
  height: z.number().optional(),
});
const answerSchema = z.object({ file: fileSchema });
const copiesSchema = z.object({ files: z.array(fileSchema) });
const problemSchema = z.object({ detail: z.string() });

type Parsed = z.infer<typeof fileSchema>;

function toAttached({ fileId, name, mediaType, size, width, height }: Parsed): AttachedFile {
  const picture = width === undefined || height === undefined ? {} : { width, height };
  return { fileId, name, mediaType, size, ...picture };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failureOf(answer: unknown): UploadFailure {
  const problem = problemSchema.safeParse(answer);
  return problem.success ? { reason: 'refused', sentence: problem.data.detail } : { reason: 'broken' };
}

/** Sends files to a map's own route. By XMLHttpRequest, since fetch does not tell how far a request is. */
export function createSendFile(mapId: string): SendFile {
  return (file, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const abort = (): void => request.abort();
      const end = (settle: () => void): void => {
        signal.removeEventListener('abort', abort);
        settle();
      };
      const broken = (): void => end(() => reject(new UploadError({ reason: 'broken' })));
      request.open('POST', `/api/maps/${mapId}/files`);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Accept-Language', document.documentElement.lang);
      // Header values are ASCII; half a character has no place in any encoding.
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '')));
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        if (total > 0) onProgress(Math.min(loaded / total, 0.999));
      });
      request.upload.addEventListener('load', () => onProgress(1));
      request.addEventListener('error', broken);
      request.addEventListener('abort', broken);
      request.addEventListener('load', () => {
        const answer = parseJson(request.responseText);
        const parsed = answerSchema.safeParse(answer);
        if (request.status === 201 && parsed.success) end(() => resolve(toAttached(parsed.data.file)));
        else end(() => reject(new UploadError(failureOf(answer))));
      });
      signal.addEventListener('abort', abort);
      request.send(file);
    });
}

/** Gives the map files of another one. Throws `UploadError`. */
export async function copyFiles(mapId: string, from: string, fileIds: readonly string[]): Promise<AttachedFile[]> {
  let response: Response;
  try {
    response = await fetch(`/api/maps/${mapId}/files/copies`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
      body: JSON.stringify({ from, fileIds }),
    });
  } catch {
    throw new UploadError({ reason: 'broken' });
  }
  const answer: unknown = await response.json().catch(() => null);
  const parsed = copiesSchema.safeParse(answer);
  if (!response.ok || !parsed.success) throw new UploadError(failureOf(answer));
  return parsed.data.files.map(toAttached);
}
