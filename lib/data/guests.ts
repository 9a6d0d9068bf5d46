import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import type { Database } from './database';
import { createSession } from './sessions';

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
