import { appendAudit } from './audit';
import { clientOf, type Database, type Transaction } from './database';
import { lockWorkspace } from './memberships';

/** A workspace: people with roles, and maps. */
export type WorkspaceRow = { id: string; name: string; createdAt: Date };

const columns = { id: true, name: true, createdAt: true } as const;

/** Makes a workspace with its first owner. */
export async function createWorkspace(
  tx: Transaction,
  workspace: { id: string; name: string; ownerId: string },
): Promise<WorkspaceRow> {
  return tx.workspace.create({
    data: { id: workspace.id, name: workspace.name, memberships: { create: { userId: workspace.ownerId, role: 'owner' } } },
    select: columns,
  });
}

/** Makes a workspace with its owner and the audit log's entry. */
export function createAuditedWorkspace(
  db: Database,
  workspace: { id: string; name: string; ownerId: string },
): Promise<WorkspaceRow> {
  return db.prisma.$transaction(async (tx) => {
    const row = await createWorkspace(tx, workspace);
    await appendAudit(tx, { action: 'workspace.created', actorId: `user:${workspace.ownerId}`, workspaceId: row.id });
    return row;
  });
}

/** The workspace with this id, or null when there is none or it was deleted. */
export function findWorkspace(db: Database | Transaction, id: string): Promise<WorkspaceRow | null> {
  return clientOf(db).workspace.findFirst({ where: { id, deletedAt: null }, select: columns });
}

/** The workspaces that a user belongs to, with the user's role in each, oldest first. */
export async function listWorkspaces(db: Database, userId: string): Promise<(WorkspaceRow & { role: string })[]> {
  const rows = await db.prisma.membership.findMany({
    where: { userId, workspace: { deletedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { workspaceId: 'asc' }],
    select: { role: true, workspace: { select: columns } },
  });
  return rows.map(({ role, workspace }) => ({ ...workspace, role }));
}

/** Gives a workspace another name. */
export function renameWorkspace(db: Database, change: { id: string; name: string; actorId: string }): Promise<WorkspaceRow> {
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, change.id);
    const { name: nameBefore } = await tx.workspace.findUniqueOrThrow({ where: { id: change.id }, select: columns });
    const row = await tx.workspace.update({ where: { id: change.id }, data: { name: change.name }, select: columns });
    const detail = { nameBefore, nameAfter: row.name };
    await appendAudit(tx, { action: 'workspace.renamed', actorId: change.actorId, workspaceId: change.id, detail });
    return row;
  });
}
