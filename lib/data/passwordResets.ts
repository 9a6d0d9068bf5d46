import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import type { Database } from './database';
import { revokeSessionsOfUser } from './sessions';

const open = (now: Date) => ({ usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } });

/** Makes a link by which a user sets a new password; earlier links of the same user end by it. */
export function createPasswordReset(
  db: Database,
  reset: { userId: string; tokenHash: string; expiresAt: Date; createdBy: string; workspaceId?: string },
): Promise<void> {
  const { workspaceId, ...row } = reset;
  return db.prisma.$transaction(async (tx) => {
    await tx.passwordReset.updateMany({ where: { userId: row.userId, usedAt: null }, data: { usedAt: new Date() } });
    await tx.passwordReset.create({ data: { id: newId(), ...row } });
    await appendAudit(tx, {
      action: 'password.linkMade',
      actorId: row.createdBy,
      workspaceId: workspaceId ?? null,
      detail: { userId: row.userId },
    });
  });
}

/** The link with this token if it can still be used, with who made it and the account's e-mail address, or null. */
export function findOpenPasswordReset(
  db: Database,
  tokenHash: string,
  now = new Date(),
): Promise<{ id: string; userId: string; createdBy: string; user: { email: string; name: string } } | null> {
  return db.prisma.passwordReset.findFirst({
    where: { tokenHash, ...open(now) },
    select: { id: true, userId: true, createdBy: true, user: { select: { email: true, name: true } } },
  });
}

/**
 * Uses a link up: sets the password and ends every session of the user. Returns the ended sessions.
 * Throws `notFound` when the link was used or is over.
 */
export function spendPasswordReset(
  db: Database,
  use: { id: string; passwordHash: string },
): Promise<{ userId: string; sessionIds: string[] }> {
  return db.prisma.$transaction(async (tx) => {
    const now = new Date();
    const { count } = await tx.passwordReset.updateMany({ where: { id: use.id, ...open(now) }, data: { usedAt: now } });
    if (count !== 1) throw new AppError('notFound', 'The link is over.', { messageKey: 'resetOver' });
    const { userId } = await tx.passwordReset.findUniqueOrThrow({ where: { id: use.id }, select: { userId: true } });
    await tx.user.update({ where: { id: userId }, data: { passwordHash: use.passwordHash } });
    const sessionIds = await revokeSessionsOfUser(tx, userId);
    await appendAudit(tx, { action: 'password.reset', actorId: `user:${userId}`, detail: { sessions: sessionIds.length } });
    return { userId, sessionIds };
  });
}

/** Forgets links that were used or over before `before`. Returns how many. */
export async function sweepPasswordResets(db: Database, before: Date): Promise<number> {
  const { count } = await db.prisma.passwordReset.deleteMany({
    where: { OR: [{ usedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}
