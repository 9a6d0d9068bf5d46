import { appendAudit } from '@/lib/data/audit';
import { createCheckedSession } from '@/lib/data/passwordChange';
import { findUser, findUserByEmail, replacePasswordHash, type UserRow } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { PasswordCredentials } from './credentials';
import { type Attempt, countAttempt, forgiveAttempt } from './limits';
import { hashPassword, verifyNobodysPassword, verifyPassword } from './password';
import { requirePasswordSignIn } from './passwordSignIn';
import { sessionExpiry } from './sessionExpiry';

/** Where a sign-in comes from: the address to count by, and the device for the list of sessions. */
export type SignInPlace = { address: string; device: string | null };

/** The account's hash that the password matches, renewed if it was of older costs; null when it is wrong. Takes the same time without an account. */
async function findMatchingHash(
  running: Pick<Runtime, 'database'>,
  user: UserRow | null,
  password: string,
): Promise<string | null> {
  if (!user?.passwordHash || user.disabledAt) {
    await verifyNobodysPassword(password);
    return null;
  }
  const { matches, outdated } = await verifyPassword(password, user.passwordHash);
  if (!matches || !outdated) return matches ? user.passwordHash : null;
  const renewed = await hashPassword(password);
  const isOurs = await replacePasswordHash(running.database, user.id, { from: user.passwordHash, to: renewed });
  // Another sign-in may have renewed it at the same moment: whether its hash is of this password too has to be seen.
  return isOurs ? renewed : findMatchingHash(running, await findUser(running.database, user.id), password);
}

/**
 * Signs an account holder in: checks, and begins a session. Throws `unauthenticated` (the same for an unknown address and for a wrong
 * password), `forbidden` where passwords are switched off, and `tooMany`.
 */
export async function signInWithPassword(
  running: Pick<Runtime, 'database' | 'env' | 'metrics'>,
  { email, password }: PasswordCredentials,
  { address, device }: SignInPlace,
): Promise<{ userId: string; sessionId: string }> {
  const { database, env } = running;
  requirePasswordSignIn(env);
  const attempts: Attempt[] = [
    { limit: 'signIn.address', who: address },
    { limit: 'signIn.accountAtAddress', who: `${email} ${address}` },
    { limit: 'signIn.account', who: email },
  ];
  await countAttempt(running, attempts);
  const user = await findUserByEmail(database, email);
  const hash = await findMatchingHash(running, user, password);
  const sessionId = newId(24);
  const expiresAt = sessionExpiry(env, 'user', { now: new Date() });
  if (!user || !hash || !(await createCheckedSession(database, { id: sessionId, userId: user.id, expiresAt, device }, hash))) {
    await appendAudit(database, { action: 'signIn.failed', actorId: user ? `user:${user.id}` : null });
    throw new AppError('unauthenticated', 'Wrong address or password.', { messageKey: 'signInWrong' });
  }
  await forgiveAttempt(running, attempts);
  return { userId: user.id, sessionId };
}
