import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readBytes } from '@/lib/http/body';
import { attachmentTooLarge } from './attachmentTooLarge';

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

/** Header values are ASCII, so a name is percent-encoded. One that cannot be decoded counts as none. */
function decodeName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 1000);
  } catch {
    return '';
  }
}
