import { operations } from '@/lib/access/operation';
import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import { forgetCommentActors } from './commentReads';
import type { Database } from './database';
import { createSession } from './sessions';
import { forgetVoters } from './voteBallots';

/** Whose browser a guest's session was, even if it ended since: to recognise somebody who comes back. */
export async function findGuestOfSession(
  db: Database,
  sessionId: string,
): Promise<{ id: string; mapId: string; name: string; departmentId: string | null } | null> {
  const row = await db.prisma.session.findUnique({
    where: { id: sessionId },
    select: { guest: { select: { id: true, mapId: true, name: true, departmentId: true } } },
  });
  return row?.guest ?? null;
}

/**
 * Lets a guest in: a new one, or one who comes back (`guestId`: keeps who they are in the map's history, takes the link's rights).
 * Begins the guest's session.
 */
export function joinAsGuest(
  db: Database,
  join: {
    guestId: string | null;
    joinLinkId: string;
    mapId: string;
    workspaceId: string;
    name: string;
    departmentId: string | null;
    session: { id: string; expiresAt: Date; device: string | null };
  },
): Promise<{ guestId: string }> {
  const { joinLinkId, mapId, name, departmentId } = join;
  return db.prisma.$transaction(async (tx) => {
    const data = { joinLinkId, mapId, name, departmentId };
    const guest =
      join.guestId === null
        ? await tx.guest.create({ data: { id: newId(), ...data }, select: { id: true } })
        : await tx.guest.update({ where: { id: join.guestId }, data, select: { id: true } });
    await createSession(tx, { ...join.session, guestId: guest.id });
    await appendAudit(tx, {
      action: 'guest.joined',
      actorId: `guest:${guest.id}`,
      workspaceId: join.workspaceId,
      mapId,
      detail: { joinLinkId },
    });
    return { guestId: guest.id };
  });
}

const readers: string[] = [...operations['comment.read'].guests];

/** The guests of a map who are signed in now, have a name and may read comments, the newest first; at most 200. */
export function listGuestsHere(db: Database, mapId: string, now = new Date()): Promise<{ id: string; name: string }[]> {
  return db.prisma.guest.findMany({
    where: {
      mapId,
      name: { not: '' },
      joinLink: { role: { in: readers } },
      sessions: { some: { revokedAt: null, expiresAt: { gt: now } } },
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: { id: true, name: true },
  });
}

/** Forgets who a guest is: name and department go, and with the sessions whatever would recognise the browser. Returns the ended sessions. */
export function forgetGuest(db: Database, guest: { id: string; mapId: string; workspaceId: string | null }): Promise<string[]> {
  const { id, mapId, workspaceId } = guest;
  return db.prisma.$transaction(async (tx) => {
    await tx.guest.updateMany({ where: { id }, data: { name: '', departmentId: null } });
    const sessions = await tx.session.findMany({ where: { guestId: id }, select: { id: true } });
    await tx.session.deleteMany({ where: { guestId: id } });
    await forgetCommentActors(tx, [`guest:${id}`]);
    await forgetVoters(tx, [`guest:${id}`]);
    await appendAudit(tx, { action: 'guest.forgotten', actorId: `guest:${id}`, workspaceId, mapId });
    return sessions.map((session) => session.id);
  });
}

/** Guests looked at in one statement. */
const page = 500;

/** Forgets those of these guests whose last session ended before `before`. Returns how many. */
function forgetIfEnded(db: Database, ids: readonly string[], before: Date): Promise<number> {
  return db.prisma.$transaction(async (tx) => {
    // Judged where it is changed: somebody may be coming back right now.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      update guest g set name = '', department_id = null where g.id = any(${ids}) and not exists (
        select 1 from session s where s.guest_id = g.id and least(coalesce(s.revoked_at, s.expires_at), s.expires_at) >= ${before})
      returning g.id`;
    const actorIds = rows.map(({ id }) => `guest:${id}`);
    await forgetCommentActors(tx, actorIds);
    await forgetVoters(tx, actorIds);
    return rows.length;
  });
}

/** Forgets the names of guests whose last session ended before `before`. Returns how many. */
export async function forgetEndedGuests(db: Database, before: Date): Promise<number> {
  let forgotten = 0;
  for (let last = ''; ; ) {
    const named = await db.prisma.guest.findMany({
      where: { id: { gt: last }, name: { not: '' }, createdAt: { lt: before } },
      orderBy: { id: 'asc' },
      take: page,
      select: { id: true },
    });
    forgotten += await forgetIfEnded(
      db,
      named.map(({ id }) => id),
      before,
    );
    const end = named.at(-1);
    if (!end || named.length < page) return forgotten;
    last = end.id;
  }
}
