import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readBytes } from '@/lib/http/body';

/** The bytes of a file that is sent as it is, and its name. Throws `tooLarge` above MAX_ATTACHMENT_MB, whatever length was announced. */
export async function readUpload(
  request: Request,
  env: Pick<Env, 'MAX_ATTACHMENT_MB'>,
): Promise<{ bytes: Uint8Array; name: string }> {
  const limit = env.MAX_ATTACHMENT_MB;
  try {
    return { bytes: await readBytes(request, limit), name: decodeName(request.headers.get('x-file-name')) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'tooLarge') throw error;
    throw attachmentTooLarge(limit);
  }
}

export function attachmentTooLarge(limit: number): AppError {
  return new AppError('tooLarge', `The file is larger than ${limit} bytes.`, {
    messageKey: 'attachmentTooLarge',
    values: { megabytes: Math.round((limit / 1024 / 1024) * 10) / 10 },
  });
}

/** Header values are ASCII, so a name is percent-encoded. One that cannot be decoded counts as none. */
function decodeName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 1000);
  } catch {
    return '';
  }
}
