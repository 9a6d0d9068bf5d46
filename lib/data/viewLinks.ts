import { appendAudit } from './audit';
import type { Database, Transaction } from './database';

/** A link by which anybody looks at one map. Its secret is derived from the id (lib/auth/viewToken.ts) and stored nowhere. */
export type ViewLinkRow = {
  id: string;
  mapId: string;
  label: string;
  embeddable: boolean;
  /** Origins whose pages may show it, with blanks between; empty for any. */
  embedSites: string;
  passwordHash: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

const columns = {
  ...{ id: true, mapId: true, label: true, embeddable: true, embedSites: true },
  ...{ passwordHash: true, createdAt: true, expiresAt: true, revokedAt: true },
} as const;

/** Makes a view link. */
export function createViewLink(
  db: Database,
  link: Omit<ViewLinkRow, 'createdAt' | 'revokedAt'> & { workspaceId: string; createdBy: string },
): Promise<ViewLinkRow> {
  const { workspaceId, ...row } = link;
  return db.prisma.$transaction(async (tx) => {
    const created = await tx.viewLink.create({ data: row, select: columns });
    await appendAudit(tx, {
      action: 'viewLink.created',
      actorId: row.createdBy,
      workspaceId,
      mapId: row.mapId,
      detail: { viewLinkId: row.id, embeddable: row.embeddable, password: row.passwordHash !== null },
    });
    return created;
  });
}

/** The links of a map that show it now, newest first. */
export function listViewLinks(db: Database, mapId: string, now = new Date()): Promise<ViewLinkRow[]> {
  return db.prisma.viewLink.findMany({
    where: { mapId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
}

/** The view link with this id, whatever became of it, or null. Null as well when the map was deleted. */
export function findViewLink(db: Database, id: string): Promise<ViewLinkRow | null> {
  return db.prisma.viewLink.findFirst({
    where: { id, map: { deletedAt: null, workspace: { deletedAt: null } } },
    select: columns,
  });
}

/** Closes a link. Closing it again does nothing. */
export function revokeViewLink(
  db: Database,
  { id, mapId, workspaceId, actorId }: { id: string; mapId: string; workspaceId: string; actorId: string },
): Promise<void> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.viewLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) return;
    await appendAudit(tx, { action: 'viewLink.revoked', actorId, workspaceId, mapId, detail: { viewLinkId: id } });
  });
}

/** Closes every link of a map that is open. Returns how many. */
export async function revokeViewLinksOfMap(tx: Transaction, mapId: string): Promise<number> {
  const { count } = await tx.viewLink.updateMany({ where: { mapId, revokedAt: null }, data: { revokedAt: new Date() } });
  return count;
}
