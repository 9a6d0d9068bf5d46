import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HeaderReader } from './origin';

/** The header that carries it, from a trusted proxy and back to the client. */
export const requestIdHeader = 'x-request-id';
const form = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Gives a request the id under which the log knows it, once, before anything else sees it: the one that a trusted proxy gave, else a new
 * one. A problem that somebody reports by it can be found.
 */
export function settleRequestId(request: Pick<IncomingMessage, 'headers'>, trustProxy: boolean): string {
  const given = request.headers[requestIdHeader];
  const id = trustProxy && typeof given === 'string' && form.test(given) ? given : randomBytes(9).toString('base64url');
  request.headers[requestIdHeader] = id;
  return id;
}

/** The id of a request, or null outside a running server. */
export function requestIdOf(headers: HeaderReader): string | null {
  const id = headers.get(requestIdHeader);
  return id !== null && form.test(id) ? id : null;
}
