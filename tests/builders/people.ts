import type { Role } from '@/lib/access/actor';
import type { GuestRole } from '@/lib/access/standing';
import type { UserActor } from '@/lib/auth/asUser';
import { openJoinLink } from '@/lib/auth/joinLinks';
import { hashPassword } from '@/lib/auth/password';
import { sessionCookieName, toSessionToken } from '@/lib/auth/sessionToken';
import { joinAsGuest } from '@/lib/data/guests';
import { createMap, type MapRow } from '@/lib/data/maps';
import { createSession } from '@/lib/data/sessions';
import { createUser } from '@/lib/data/users';
import { createWorkspace } from '@/lib/data/workspaces';
import { createDocument } from '@/lib/document/createDocument';
import { schemaVersion } from '@/lib/document/schema';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { smallMap } from './map';

export const password = 'correct horse battery';

/** An account holder with a session, as a browser has it. */
export type Person = { actor: UserActor; cookie: string; email: string };

/** An account with `password` (hashed at the lowest cost: tests of the real cost are tests/unit/auth/password.test.ts), and a session. */
export async function addPerson(running: Runtime, name = 'Ana'): Promise<Person> {
  const id = newId();
  const email = `${name.toLowerCase()}.${id.toLowerCase()}@example.org`;
  const passwordHash = await hashPassword(password, { ln: 10, r: 8, p: 1 });
  await createUser(running.database, { id, email, name, passwordHash });
  return signInPerson(running, { userId: id, name, email });
}

/** Another browser of an account. */
export async function signInPerson(
  running: Runtime,
  { userId, name, email }: { userId: string; name: string; email: string },
): Promise<Person> {
  const sessionId = newId(24);
  await createSession(running.database, {
    id: sessionId,
    userId,
    expiresAt: new Date(Date.now() + 3_600_000),
    device: null,
  });
  const actor: UserActor = { kind: 'user', userId, sessionId, name, email };
  return { actor, email, cookie: await cookieOf(running, sessionId) };
}

/** The cookie that names a session, on plain http. */
export async function cookieOf(running: Runtime, sessionId: string): Promise<string> {
  return `${sessionCookieName(false)}=${await toSessionToken(sessionId, running.secret)}`;
}

/** A workspace of this owner. Returns its id. */
export async function addWorkspace(running: Runtime, owner: Person, name = 'Service'): Promise<string> {
  const workspace = { id: newId(), name, ownerId: owner.actor.userId };
  await running.database.prisma.$transaction((tx) => createWorkspace(tx, workspace));
  return workspace.id;
}

/** Makes somebody a member. */
export async function addMember(running: Runtime, workspaceId: string, person: Person, role: Role): Promise<void> {
  await running.database.prisma.membership.create({ data: { workspaceId, userId: person.actor.userId, role } });
}

/** A real map with content. */
export function addMap(running: Runtime, workspaceId: string, map: JourneyMap = smallMap()): Promise<MapRow> {
  return createMap(running.database, {
    id: newId(),
    workspaceId,
    createdBy: 'system',
    kind: 'current',
    title: map.meta.title,
    persona: '',
    counts: { stageCount: 2, stepCount: 3, momentCount: 1 },
    schemaVersion,
    state: createDocument(map),
  });
}

/** Somebody who came to a map by a join link, with a session. */
export async function addGuest(
  running: Runtime,
  map: MapRow,
  by: Person,
  role: GuestRole = 'editor',
): Promise<{ cookie: string }> {
  const link = { role, label: '', expiresInHours: 1 } as const;
  const { id: joinLinkId } = await openJoinLink(running, by.actor, map, link, 'http://localhost');
  const sessionId = newId(24);
  await joinAsGuest(running.database, {
    ...{ guestId: null, joinLinkId, mapId: map.id, workspaceId: map.workspaceId, name: 'Gabi', departmentId: null },
    session: { id: sessionId, expiresAt: new Date(Date.now() + 3_600_000), device: null },
  });
  return { cookie: await cookieOf(running, sessionId) };
}
