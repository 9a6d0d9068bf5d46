import type { Role } from '@/lib/access/actor';
import { keepsAnOwner } from '@/lib/access/workspace';
import { AppError } from '@/lib/errors';
import { appendAudit } from './audit';
import { clientOf, type Database, type Transaction } from './database';

/** That a user belongs to a workspace. `role` is text from the database: lib/access judges it. */
export type MembershipRow = { workspaceId: string; userId: string; role: string };

export type MemberRow = { userId: string; name: string; email: string; role: string; joinedAt: Date };

const columns = { workspaceId: true, userId: true, role: true } as const;

/** The membership of a user in a workspace, or null. */
export function findMembership(db: Database | Transaction, workspaceId: string, userId: string): Promise<MembershipRow | null> {
  return clientOf(db).membership.findFirst({
    where: { workspaceId, userId, workspace: { deletedAt: null } },
    select: columns,
  });
}

/** Every membership of a user. */
export function listMembershipsOfUser(db: Database, userId: string): Promise<MembershipRow[]> {
  return db.prisma.membership.findMany({ where: { userId, workspace: { deletedAt: null } }, select: columns });
}

/** Who belongs to a workspace, longest first. */
export async function listMembers(db: Database, workspaceId: string): Promise<MemberRow[]> {
  const rows = await db.prisma.membership.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return rows.map(({ userId, role, createdAt, user }) => ({ userId, ...user, role, joinedAt: createdAt }));
}

/**
 * Reads a workspace's members under its row's lock: two owners who demote each other at the same moment come one after the other,
 * and the second finds that an owner must stay. Throws `notFound` and `conflict`.
 */
async function requireChangeable(tx: Transaction, workspaceId: string, userId: string, next: Role | null): Promise<string> {
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR UPDATE`;
  const members = await tx.membership.findMany({ where: { workspaceId }, select: columns });
  const current = members.find((member) => member.userId === userId);
  if (!current) throw new AppError('notFound', 'Not a member of this workspace.', { messageKey: 'memberNotFound' });
  if (!keepsAnOwner(members, userId, next)) {
    throw new AppError('conflict', 'A workspace needs an owner.', { messageKey: 'lastOwner' });
  }
  return current.role;
}

type MemberChange = { workspaceId: string; userId: string; actorId: string };

/** Gives a member another role. Throws `notFound`, or `conflict` when no owner would be left. */
export function changeMemberRole(db: Database, change: MemberChange & { role: Role }): Promise<void> {
  const { workspaceId, userId, actorId, role } = change;
  return db.prisma.$transaction(async (tx) => {
    const before = await requireChangeable(tx, workspaceId, userId, role);
    if (before === role) return;
    await tx.membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
    await appendAudit(tx, { action: 'member.roleChanged', actorId, workspaceId, detail: { userId, before, after: role } });
  });
}

/** Ends a membership. Throws `notFound`, or `conflict` when no owner would be left. */
export function removeMember(db: Database, change: MemberChange): Promise<void> {
  const { workspaceId, userId, actorId } = change;
  return db.prisma.$transaction(async (tx) => {
    const before = await requireChangeable(tx, workspaceId, userId, null);
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await appendAudit(tx, { action: 'member.removed', actorId, workspaceId, detail: { userId, before } });
  });
}
