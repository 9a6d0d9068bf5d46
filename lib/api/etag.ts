import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';

/** The strong entity tag of a body: equal bodies have equal tags. */
export function toEtag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

const listOf = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** Whether a reader has this body already (If-None-Match; weak comparison, as RFC 9110 asks for reading). */
export function isUnchanged(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match');
  if (header === null) return false;
  return listOf(header).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
}

/**
 * Heeds If-Match: a change is made only to what its writer has read. `etags`: the tags under which the record can be read now, made only
 * when the header is there. Throws `preconditionFailed`.
 */
export function requireMatch(request: Request, etags: () => readonly string[]): void {
  const header = request.headers.get('if-match');
  if (header === null) return;
  const wanted = listOf(header);
  if (wanted.includes('*')) return;
  const current = etags();
  if (!wanted.some((tag) => current.includes(tag))) {
    throw new AppError('preconditionFailed', 'The record is another one than the request names.');
  }
}
