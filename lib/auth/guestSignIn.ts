import { findGuestOfSession, joinAsGuest } from '@/lib/data/guests';
import { revokeSession } from '@/lib/data/sessions';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { GuestCredentials } from './credentials';
import { listDepartmentChoices, requireJoinLink } from './joinLink';
import { countAttempt } from './limits';
import { sessionExpiry } from './sessionExpiry';
import type { SignInPlace } from './signIn';

/**
 * Lets a guest into the map of a join link and begins a session. `previousSessionId` is the session that the browser came with: a guest
 * of the same map stays the same person, and that session, whosoever's, ends, as a browser is one person at a time.
 * Throws `notFound` (link over, no such department) and `tooMany`.
 */
export async function signInAsGuest(
  running: Pick<Runtime, 'database' | 'env' | 'secret' | 'liveMaps' | 'events' | 'metrics'>,
  { token, name, departmentId }: GuestCredentials,
  { address, device, previousSessionId }: SignInPlace & { previousSessionId: string | null },
): Promise<{ guestId: string; sessionId: string; mapId: string }> {
  const { database, env, events } = running;
  const link = await requireJoinLink(running, token, address);
  await countAttempt(running, [{ limit: 'join.guest', who: link.id }]);
  if (departmentId !== null) {
    const known = await listDepartmentChoices(running, link.mapId);
    if (!known.some(({ id }) => id === departmentId)) {
      throw new AppError('notFound', 'No such department on the map.', { messageKey: 'departmentNotFound' });
    }
  }
  const previous = previousSessionId === null ? null : await findGuestOfSession(database, previousSessionId);
  const sessionId = newId(24);
  const expiresAt = sessionExpiry(env, 'guest', { now: new Date(), latest: link.expiresAt });
  const { guestId } = await joinAsGuest(database, {
    guestId: previous?.mapId === link.mapId ? previous.id : null,
    joinLinkId: link.id,
    mapId: link.mapId,
    workspaceId: link.workspaceId,
    name,
    departmentId,
    session: { id: sessionId, expiresAt, device },
  });
  if (previousSessionId !== null && (await revokeSession(database, previousSessionId))) {
    await events.publish({ kind: 'session.revoked', sessionId: previousSessionId });
  }
  return { guestId, sessionId, mapId: link.mapId };
}
