import { appendAudit } from '@/lib/data/audit';
import { createSession } from '@/lib/data/sessions';
import { findUserByEmail, replacePasswordHash, type UserRow } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { PasswordCredentials } from './credentials';
import { type Attempt, countAttempt, forgiveAttempt } from './limits';
import { hashPassword, verifyNobodysPassword, verifyPassword } from './password';
import { sessionExpiry } from './sessionExpiry';

/** Where a sign-in comes from: the address to count by, and the device for the list of sessions. */
export type SignInPlace = { address: string; device: string | null };

/** Whether the password is this account's; takes the same time when there is no such account. Renews a hash of older costs. */
async function isRightPassword(running: Pick<Runtime, 'database'>, user: UserRow | null, password: string): Promise<boolean> {
  if (!user?.passwordHash || user.disabledAt) {
    await verifyNobodysPassword(password);
    return false;
  }
  const { matches, outdated } = await verifyPassword(password, user.passwordHash);
  if (matches && outdated) {
    await replacePasswordHash(running.database, user.id, { from: user.passwordHash, to: await hashPassword(password) });
  }
  return matches;
}

/**
 * Signs an account holder in: checks, and begins a session. Throws `unauthenticated` (the same for an unknown address and for a wrong
 * password) and `tooMany`.
 */
export async function signInWithPassword(
  running: Pick<Runtime, 'database' | 'env'>,
  { email, password }: PasswordCredentials,
  { address, device }: SignInPlace,
): Promise<{ userId: string; sessionId: string }> {
  const { database, env } = running;
  const attempts: Attempt[] = [
    { limit: 'signIn.address', who: address },
    { limit: 'signIn.accountAtAddress', who: `${email} ${address}` },
    { limit: 'signIn.account', who: email },
  ];
  await countAttempt(running, attempts);
  const user = await findUserByEmail(database, email);
  if (!(await isRightPassword(running, user, password)) || !user) {
    await appendAudit(database, { action: 'signIn.failed', actorId: user ? `user:${user.id}` : null });
    throw new AppError('unauthenticated', 'Wrong address or password.', { messageKey: 'signInWrong' });
  }
  await forgiveAttempt(running, attempts);
  const sessionId = newId(24);
  const expiresAt = sessionExpiry(env, 'user', { now: new Date() });
  await createSession(database, { id: sessionId, userId: user.id, expiresAt, device });
  await appendAudit(database, { action: 'signIn.succeeded', actorId: `user:${user.id}` });
  return { userId: user.id, sessionId };
}
