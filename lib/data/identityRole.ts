import type { Role } from '@/lib/access/actor';
import { keepsAnOwner } from '@/lib/access/workspace';
import { appendAudit } from './audit';
import type { Transaction } from './database';

/** The workspace in which the provider's claims give roles: the one with this id, else the oldest; null when it is not there (any more). */
export async function findIdentityWorkspace(tx: Transaction, id: string | null): Promise<string | null> {
  const row = await tx.workspace.findFirst({
    where: { deletedAt: null, ...(id === null ? {} : { id }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/**
 * Gives a person the role that their identity brings, in either direction, and membership if they had none. The last owner stays one:
 * then the audit log says so and nothing changes. Returns whether something did.
 */
export async function applyIdentityRole(
  tx: Transaction,
  { workspaceId, userId, role }: { workspaceId: string; userId: string; role: Role },
): Promise<boolean> {
  // As with every change of roles: of several at once, each sees what the one before it did.
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR UPDATE`;
  const members = await tx.membership.findMany({ where: { workspaceId }, select: { userId: true, role: true } });
  const before = members.find((member) => member.userId === userId)?.role;
  if (before === role) return false;
  if (before === undefined) {
    await tx.membership.create({ data: { workspaceId, userId, role } });
    await appendAudit(tx, {
      action: 'member.joined',
      actorId: `user:${userId}`,
      workspaceId,
      detail: { role, by: 'identity' },
    });
    return true;
  }
  const detail = { userId, before, after: role, by: 'identity' };
  if (before === 'owner' && !keepsAnOwner(members, userId, role)) {
    await appendAudit(tx, { action: 'identity.lastOwnerKept', actorId: 'system', workspaceId, detail });
    return false;
  }
  await tx.membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
  await appendAudit(tx, { action: 'member.roleChanged', actorId: 'system', workspaceId, detail });
  return true;
}
