import type { IncomingMessage } from 'node:http';
import type { Actor } from '@/lib/access/actor';
import { toHeaderReader } from '@/lib/http/incoming';
import { findActorOfToken, hasAccessToken } from './accessTokens';
import { type ActorSource, findActorOfHeaders } from './findActor';

/**
 * Who asks for a socket (plain Node, no Next): a program by its personal access token, else the session of the cookie or bearer token;
 * judged against the database, or null. Call settleForwarded() of lib/http/forwarded.ts on the request first.
 */
export function findActorOfRequest(request: Pick<IncomingMessage, 'headers'>, source: ActorSource): Promise<Actor | null> {
  const headers = toHeaderReader(request.headers);
  return hasAccessToken(headers) ? findActorOfToken(source, headers) : findActorOfHeaders(source, headers);
}
