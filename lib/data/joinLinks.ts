import type { GuestRole } from '@/lib/access/standing';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import { revokeSessionsOfGuests, revokeSessionsOfJoinLink } from './sessions';

/** A link by which guests join one map. Its secret is derived from the id (lib/auth/joinToken.ts) and stored nowhere. */
export type JoinLinkRow = {
  id: string;
  mapId: string;
  role: string;
  label: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

const columns = { id: true, mapId: true, role: true, label: true, createdAt: true, expiresAt: true, revokedAt: true } as const;

/** Makes a join link. */
export function createJoinLink(
  db: Database,
  link: {
    id: string;
    mapId: string;
    workspaceId: string;
    role: GuestRole;
    label: string;
    expiresAt: Date | null;
    createdBy: string;
  },
): Promise<JoinLinkRow> {
  const { workspaceId, ...row } = link;
  return db.prisma.$transaction(async (tx) => {
    const created = await tx.joinLink.create({ data: row, select: columns });
    await appendAudit(tx, {
      action: 'joinLink.created',
      actorId: row.createdBy,
      workspaceId,
      mapId: row.mapId,
      detail: { joinLinkId: row.id, role: row.role },
    });
    return created;
  });
}

/** The links of a map that still let people in, newest first, with how many joined by each. */
export async function listJoinLinks(
  db: Database,
  mapId: string,
  now = new Date(),
): Promise<(JoinLinkRow & { guestCount: number })[]> {
  const rows = await db.prisma.joinLink.findMany({
    where: { mapId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { ...columns, _count: { select: { guests: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, guestCount: _count.guests }));
}

/** The join link with this id, whatever became of it, with its map's workspace and title, or null. Null as well when the map was deleted. */
export async function findJoinLink(
  db: Database,
  id: string,
): Promise<(JoinLinkRow & { map: { title: string; workspaceId: string } }) | null> {
  return db.prisma.joinLink.findFirst({
    where: { id, map: { deletedAt: null, workspace: { deletedAt: null } } },
    select: { ...columns, map: { select: { title: true, workspaceId: true } } },
  });
}

/** Closes a link and ends its guests' sessions, whose ids it returns. Closing it again does nothing. */
export function revokeJoinLink(
  db: Database,
  change: { id: string; mapId: string; workspaceId: string; actorId: string },
): Promise<string[]> {
  const { id, mapId, workspaceId, actorId } = change;
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.joinLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) return [];
    const sessionIds = await revokeSessionsOfJoinLink(tx, id);
    await appendAudit(tx, {
      action: 'joinLink.revoked',
      actorId,
      workspaceId,
      mapId,
      detail: { joinLinkId: id, guests: sessionIds.length },
    });
    return sessionIds;
  });
}

/** Closes every link of a map that is open, and ends the guests' sessions, whose ids it returns with the number of links. */
export async function revokeJoinLinksOfMap(tx: Transaction, mapId: string): Promise<{ links: number; sessionIds: string[] }> {
  const { count } = await tx.joinLink.updateMany({ where: { mapId, revokedAt: null }, data: { revokedAt: new Date() } });
  return { links: count, sessionIds: await revokeSessionsOfGuests(tx, { joinLink: { mapId } }) };
}
