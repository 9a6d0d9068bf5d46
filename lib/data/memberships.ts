import type { Role } from '@/lib/access/actor';
import { keepsAnOwner } from '@/lib/access/workspace';
import { AppError } from '@/lib/errors';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import { statementName } from './statementName';

/** That a user belongs to a workspace. `role` is text from the database: lib/access judges it. */
export type MembershipRow = { workspaceId: string; userId: string; role: string };

export type MemberRow = { userId: string; name: string; email: string; role: string; joinedAt: Date };

const columns = { workspaceId: true, userId: true, role: true } as const;

/** The membership of a user in a workspace that is not in the bin, or null. Asked at every request, so it is a prepared statement. */
export async function findMembership(db: Database, workspaceId: string, userId: string): Promise<MembershipRow | null> {
  const { rows } = await db.pool.query<MembershipRow>({
    name: statementName(db, 'membership'),
    text: `select m.workspace_id as "workspaceId", m.user_id as "userId", m.role
           from membership m join workspace w on w.id = m.workspace_id
           where m.workspace_id = $1 and m.user_id = $2 and w.deleted_at is null`,
    values: [workspaceId, userId],
  });
  return rows[0] ?? null;
}

/** Every membership of a user, in workspaces that lie in the bin, too: they may come back. */
export function listMembershipsOfUser(db: Database, userId: string): Promise<MembershipRow[]> {
  return db.prisma.membership.findMany({ where: { userId, workspace: { purgedAt: null } }, select: columns });
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

/** Takes a workspace's row lock: changes of its members come one after the other. */
export async function lockWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR UPDATE`;
}

/**
 * Reads a workspace's members under its row's lock: two owners who demote each other at the same moment come one after the other,
 * and the second finds that an owner must stay. Throws `notFound` and `conflict`.
 */
async function requireChangeable(tx: Transaction, workspaceId: string, userId: string, next: Role | null): Promise<string> {
  await lockWorkspace(tx, workspaceId);
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

/**
 * Makes another member owner and the owner who hands over an editor, in one transaction: the workspace has an owner at every moment.
 * Throws `notFound` when the other is no member, `conflict` when the actor owns it no more, or would hand it over to themselves.
 */
export function handOverWorkspace(
  db: Database,
  change: { workspaceId: string; fromUserId: string; toUserId: string },
): Promise<void> {
  const { workspaceId, fromUserId, toUserId } = change;
  return db.prisma.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const members = await tx.membership.findMany({
      where: { workspaceId, userId: { in: [fromUserId, toUserId] } },
      select: columns,
    });
    const from = members.find(({ userId }) => userId === fromUserId);
    const to = members.find(({ userId }) => userId === toUserId);
    if (!to) throw new AppError('notFound', 'Not a member of this workspace.', { messageKey: 'memberNotFound' });
    if (from?.role !== 'owner' || fromUserId === toUserId) {
      throw new AppError('conflict', 'There is nothing to hand over.', { messageKey: 'handOverImpossible' });
    }
    const key = (userId: string) => ({ where: { workspaceId_userId: { workspaceId, userId } } });
    await tx.membership.update({ ...key(toUserId), data: { role: 'owner' } });
    await tx.membership.update({ ...key(fromUserId), data: { role: 'editor' } });
    await appendAudit(tx, {
      action: 'workspace.handedOver',
      actorId: `user:${fromUserId}`,
      workspaceId,
      detail: { userId: toUserId, before: to.role },
    });
  });
}
