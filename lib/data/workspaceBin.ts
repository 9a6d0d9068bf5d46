import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import type { WorkspaceRow } from './workspaces';

/** A workspace in the bin, as its owners see it. `deletedBy`: an actor's id. */
export type BinnedWorkspace = WorkspaceRow & { deletedAt: Date; deletedBy: string | null; mapCount: number };

const columns = { id: true, name: true, createdAt: true, deletedAt: true, deletedBy: true } as const;
const inBin = { deletedAt: { not: null }, purgedAt: null } as const;

/** The deleted workspaces that a user owns, the last deleted first. */
export async function listBinnedWorkspaces(db: Database, userId: string): Promise<BinnedWorkspace[]> {
  const rows = await db.prisma.workspace.findMany({
    where: { ...inBin, memberships: { some: { userId, role: 'owner' } } },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    select: { ...columns, _count: { select: { maps: { where: { deletedAt: null } } } } },
  });
  return rows.flatMap(({ deletedAt, _count, ...row }) => (deletedAt ? [{ ...row, deletedAt, mapCount: _count.maps }] : []));
}

/** The workspace in the bin with this id, with the user's role in it, or null. */
export async function findBinnedWorkspace(
  db: Database,
  id: string,
  userId: string,
): Promise<{ workspace: WorkspaceRow; role: string } | null> {
  const row = await db.prisma.membership.findFirst({
    where: { workspaceId: id, userId, workspace: inBin },
    select: { role: true, workspace: { select: { id: true, name: true, createdAt: true } } },
  });
  return row && { role: row.role, workspace: row.workspace };
}

/** Moves a workspace with everything in it to the bin, with the audit log's entry. False when it was there already. */
export function binWorkspace(db: Database, change: { id: string; actorId: string }): Promise<boolean> {
  const { id, actorId } = change;
  return db.prisma.$transaction(async (tx) => {
    const data = { deletedAt: new Date(), deletedBy: actorId };
    const { count } = await tx.workspace.updateMany({ where: { id, deletedAt: null }, data });
    if (count === 0) return false;
    await appendAudit(tx, { action: 'workspace.deleted', actorId, workspaceId: id });
    return true;
  });
}

/** Takes a workspace out of the bin, with the audit log's entry. False when it was not in it. */
export function unbinWorkspace(db: Database, change: { id: string; actorId: string }): Promise<boolean> {
  const { id, actorId } = change;
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({ where: { id, ...inBin }, data: { deletedAt: null, deletedBy: null } });
    if (count === 0) return false;
    await appendAudit(tx, { action: 'workspace.restored', actorId, workspaceId: id });
    return true;
  });
}

/** Says that a workspace in the bin is to be removed for good: as markMapForPurge. False when it was not in the bin. */
export async function markWorkspaceForPurge(
  tx: Transaction,
  { id, actorId, before }: { id: string; actorId: string; before?: Date },
): Promise<boolean> {
  const { count } = await tx.workspace.updateMany({
    where: { id, deletedAt: before ? { lt: before } : { not: null }, purgedAt: null },
    data: { purgedAt: new Date() },
  });
  if (count === 0) return false;
  await appendAudit(tx, { action: 'workspace.purged', actorId, workspaceId: id });
  return true;
}

/** Marks the workspaces that were deleted before `before`. Returns how many. */
export async function markOverdueWorkspaces(db: Database, before: Date): Promise<number> {
  const rows = await db.prisma.workspace.findMany({ where: { deletedAt: { lt: before }, purgedAt: null }, select: { id: true } });
  let marked = 0;
  for (const { id } of rows) {
    if (await db.prisma.$transaction((tx) => markWorkspaceForPurge(tx, { id, actorId: 'system', before }))) marked += 1;
  }
  return marked;
}
