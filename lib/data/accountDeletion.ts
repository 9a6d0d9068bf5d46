import { AppError } from '@/lib/errors';
import { appendAudit } from './audit';
import { forgetCommentActors } from './commentReads';
import type { Database, Transaction } from './database';
import { lockWorkspace } from './memberships';
import { forgetVoters } from './voteBallots';
import { markWorkspaceForPurge } from './workspaceBin';

/** A workspace that would have no owner without this user. */
export type SoleOwnedWorkspace = { id: string; name: string; memberCount: number };

const ownedAlone = (userId: string) => ({
  purgedAt: null,
  memberships: { some: { userId, role: 'owner' }, none: { role: 'owner', userId: { not: userId } } },
});

/** The workspaces, bin not included, that a user has to hand over or delete before their account can go. */
export async function listSoleOwnedWorkspaces(db: Database, userId: string): Promise<SoleOwnedWorkspace[]> {
  const rows = await db.prisma.workspace.findMany({
    where: { ...ownedAlone(userId), deletedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, _count: { select: { memberships: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, memberCount: _count.memberships }));
}

/** Of the workspaces that only this user owns: those in the bin are marked for removal. Throws `conflict` when one is in use. */
async function leaveOwnedWorkspaces(tx: Transaction, userId: string, actorId: string): Promise<string[]> {
  const owned = await tx.membership.findMany({
    where: { userId, role: 'owner' },
    orderBy: { workspaceId: 'asc' },
    select: { workspaceId: true },
  });
  // In the order of the ids, as two owners may be doing this at the same moment.
  for (const { workspaceId } of owned) await lockWorkspace(tx, workspaceId);
  const alone = await tx.workspace.findMany({ where: ownedAlone(userId), select: { id: true, deletedAt: true } });
  if (alone.some(({ deletedAt }) => deletedAt === null)) {
    throw new AppError('conflict', 'A workspace would have no owner.', { messageKey: 'soleOwner' });
  }
  for (const { id } of alone) await markWorkspaceForPurge(tx, { id, actorId });
  return alone.map(({ id }) => id);
}

/**
 * Deletes an account and everything that only concerned it: memberships, sessions, tokens, sign-in identities, links for passwords, and the open
 * invitations that it sent. What the person wrote, on maps and in comments, stays the workspaces'; only the id says that it was one and the same person.
 * Throws `conflict` when a workspace would have no owner.
 */
export function deleteUser(
  db: Database,
  user: { id: string; email: string },
): Promise<{ sessionIds: string[]; workspaceIds: string[]; purgedWorkspaceIds: string[] }> {
  const { id: userId, email } = user;
  const actorId = `user:${userId}`;
  return db.prisma.$transaction(async (tx) => {
    // Whoever is just making this person a member of something waits, and then finds that they are gone.
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId} FOR UPDATE`;
    const purgedWorkspaceIds = await leaveOwnedWorkspaces(tx, userId, actorId);
    const memberships = await tx.membership.findMany({ where: { userId }, select: { workspaceId: true, role: true } });
    const sessions = await tx.session.findMany({ where: { userId, revokedAt: null }, select: { id: true } });
    for (const { workspaceId, role } of memberships) {
      await appendAudit(tx, { action: 'member.removed', actorId, workspaceId, detail: { userId, before: role } });
    }
    await tx.invitation.deleteMany({ where: { OR: [{ invitedBy: actorId, acceptedAt: null }, { email }] } });
    await tx.passwordReset.deleteMany({ where: { createdBy: actorId } });
    await forgetCommentActors(tx, [actorId]);
    await forgetVoters(tx, [actorId]);
    const { count } = await tx.user.deleteMany({ where: { id: userId } });
    if (count > 0) await appendAudit(tx, { action: 'account.deleted', actorId });
    return {
      sessionIds: sessions.map(({ id }) => id),
      workspaceIds: memberships.map(({ workspaceId }) => workspaceId),
      purgedWorkspaceIds,
    };
  });
}
