import type { Env } from '@/lib/env';
import { attachmentTooLarge } from '@/lib/files/attachmentTooLarge';
import type { FileBody } from '../endpoint';

/** A picture or file as a request's body. One byte more than allowed is read, so that it is the endpoint that says what is too large (`requireFits`). */
export const attachmentBody = {
  kind: 'file',
  mediaTypes: ['application/octet-stream'],
  limit: (env) => env.MAX_ATTACHMENT_MB + 1,
} as const satisfies FileBody;

/** Throws `tooLarge` beyond MAX_ATTACHMENT_MB. */
export function requireFits(body: Uint8Array, env: Pick<Env, 'MAX_ATTACHMENT_MB'>): void {
  if (body.length > env.MAX_ATTACHMENT_MB) throw attachmentTooLarge(env.MAX_ATTACHMENT_MB);
}
