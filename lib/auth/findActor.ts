import type { Actor } from '@/lib/access/actor';
import { guestRoleSchema } from '@/lib/access/standing';
import type { Database } from '@/lib/data/database';
import { findLiveSession, type LiveSession, touchSession } from '@/lib/data/sessions';
import type { Env } from '@/lib/env';
import type { HeaderReader } from '@/lib/http/origin';
import { sessionExpiry } from './sessionExpiry';
import { readSessionId } from './sessionToken';

/** The parts of the running server that it takes to know who is asking. */
export type ActorSource = { database: Database; env: Env; secret: string };

/** Writing down each request would cost a commit each; this many milliseconds of not knowing is exact enough. */
const touchInterval = 5 * 60 * 1000;

function toActor(session: LiveSession): Actor | null {
  if (session.user) {
    const { id, name, email } = session.user;
    return { kind: 'user', userId: id, sessionId: session.id, name, email };
  }
  if (!session.guest) return null;
  const { id, name, mapId, departmentId, joinLink } = session.guest;
  const role = guestRoleSchema.safeParse(joinLink.role);
  if (!role.success) return null;
  return { kind: 'guest', guestId: id, sessionId: session.id, name, mapId, role: role.data, departmentId };
}

/**
 * Who a session belongs to, if it stands now; null once it ended, was revoked, or its account or link is closed. Asks the database every
 * time. Using a session keeps it alive: it ends SESSION_DAYS (guests: GUEST_HOURS) after its last use.
 */
export async function findActorOfSession(
  source: Pick<ActorSource, 'database' | 'env'>,
  sessionId: string,
): Promise<Actor | null> {
  const now = new Date();
  const session = await findLiveSession(source.database, sessionId, now);
  if (!session) return null;
  const actor = toActor(session);
  if (actor && now.getTime() - session.lastSeenAt.getTime() >= touchInterval) {
    const latest = session.endsAt ?? session.guest?.joinLink.expiresAt ?? null;
    const expiresAt = sessionExpiry(source.env, actor.kind, { now, latest });
    await touchSession(source.database, session.id, { at: now, expiresAt });
  }
  return actor;
}

/** Who sent these headers (session cookie or bearer token), or null. */
export async function findActorOfHeaders(source: ActorSource, headers: HeaderReader): Promise<Actor | null> {
  const sessionId = await readSessionId(headers, source.env, source.secret);
  return sessionId === null ? null : findActorOfSession(source, sessionId);
}
