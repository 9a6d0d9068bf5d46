import { appendAudit } from './audit';
import type { Database } from './database';
import { createSession, revokeSessionsOfUser } from './sessions';
import { replacePasswordHash } from './users';

/**
 * Puts a new password hash in the place of the one that was checked, and ends what the old one had opened: every other session, and a link
 * that was still to set a password. Returns the ended sessions; null, and nothing changes, when another change was quicker.
 */
export function changePasswordHash(
  db: Database,
  change: { userId: string; from: string; to: string; keptSessionId: string },
): Promise<string[] | null> {
  const { userId, from, to, keptSessionId } = change;
  return db.prisma.$transaction(async (tx) => {
    if (!(await replacePasswordHash(tx, userId, { from, to }))) return null;
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
    const ended = await revokeSessionsOfUser(tx, userId, { except: keptSessionId });
    await appendAudit(tx, { action: 'password.changed', actorId: `user:${userId}`, detail: { sessions: ended.length } });
    return ended;
  });
}

/**
 * Begins a session of an account whose password was checked against `passwordHash`. False, and there is none, when that hash does not stand
 * any more: checking takes a while, and a session begun after a change of the password would outlive it.
 */
export function createCheckedSession(
  db: Database,
  session: { id: string; userId: string; expiresAt: Date; device: string | null },
  passwordHash: string,
): Promise<boolean> {
  const { userId } = session;
  return db.prisma.$transaction(async (tx) => {
    // Locked: whoever changes the password now waits, and then finds the session to end.
    const rows = await tx.$queryRaw<{ password_hash: string | null }[]>`
      SELECT password_hash FROM app_user WHERE id = ${userId} AND disabled_at IS NULL FOR SHARE`;
    if (rows[0]?.password_hash !== passwordHash) return false;
    await createSession(tx, session);
    await appendAudit(tx, { action: 'signIn.succeeded', actorId: `user:${userId}` });
    return true;
  });
}
