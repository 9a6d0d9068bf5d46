import type { IncomingMessage } from 'node:http';
import type { Actor } from '@/lib/access/actor';
import { toHeaderReader } from '@/lib/http/incoming';
import { type ActorSource, findActorOfHeaders } from './findActor';

/**
 * Who asks for a socket (plain Node, no Next): the session of its cookie or bearer token, judged against the database, or null.
 * Call settleForwarded() of lib/http/forwarded.ts on the request first.
 */
export function findActorOfRequest(request: IncomingMessage, source: ActorSource): Promise<Actor | null> {
  return findActorOfHeaders(source, toHeaderReader(request.headers));
}
