import { z } from 'zod';
import type { UserActor } from '@/lib/auth/asUser';
import { givenPasswordSchema } from '@/lib/auth/credentials';
import { type Attempt, countAttempt, forgiveAttempt } from '@/lib/auth/limits';
import { verifyPassword } from '@/lib/auth/password';
import { publishRevoked } from '@/lib/auth/sessionEnd';
import { deleteUser } from '@/lib/data/accountDeletion';
import { purgeWorkspace } from '@/lib/data/purge';
import { findSessionStart } from '@/lib/data/sessions';
import { findUser, type UserRow } from '@/lib/data/users';
import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/** What the account page sends. `password` where the account has one. */
export const deleteAccountSchema = z.object({ password: givenPasswordSchema.optional() });

/** A sign-in that was so many minutes ago at most stands for a password where there is none. */
export const freshSignInMinutes = 10;

/** Whether it is the password that proves who is there: not where the account has none, nor where passwords are switched off. */
export const isProvedByPassword = (user: Pick<UserRow, 'passwordHash'>, env: Pick<Env, 'PASSWORD_SIGN_IN'>): boolean =>
  env.PASSWORD_SIGN_IN && user.passwordHash !== null;

async function requireProof(
  running: Pick<Runtime, 'database' | 'env' | 'metrics'>,
  actor: UserActor,
  user: UserRow,
  password: string | undefined,
): Promise<void> {
  if (!isProvedByPassword(user, running.env)) {
    const since = await findSessionStart(running.database, actor.sessionId);
    if (since && Date.now() - since.getTime() <= freshSignInMinutes * 60_000) return;
    throw new AppError('forbidden', 'The sign-in is not fresh.', {
      messageKey: 'signInAgain',
      values: { minutes: freshSignInMinutes },
    });
  }
  const attempts: Attempt[] = [{ limit: 'password', who: actor.userId }];
  await countAttempt(running, attempts);
  if (!user.passwordHash || password === undefined || !(await verifyPassword(password, user.passwordHash)).matches) {
    throw new AppError('forbidden', 'The current password is wrong.', {
      messageKey: 'passwordWrong',
      details: [{ path: 'password', message: 'Wrong' }],
    });
  }
  await forgiveAttempt(running, attempts);
}

/**
 * Deletes the actor's account; every browser is signed out and every open map closes. Throws `forbidden` for a wrong password, for a sign-in that
 * is not fresh where there is no password, and for programs; `conflict` while a workspace would have no owner; `tooMany`.
 */
export async function deleteAccount(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'log' | 'metrics'>,
  actor: UserActor,
  { password }: z.output<typeof deleteAccountSchema>,
): Promise<void> {
  const { database, events, log } = running;
  const user = actor.token ? null : await findUser(database, actor.userId);
  if (!user) throw new AppError('forbidden', 'Only the person themselves deletes an account.');
  await requireProof(running, actor, user, password);
  const gone = await deleteUser(database, user);
  await publishRevoked(running, gone.sessionIds);
  await events.publish({ kind: 'session.revoked', userId: actor.userId });
  for (const workspaceId of gone.workspaceIds)
    await events.publish({ kind: 'access.changed', workspaceId, userId: actor.userId });
  for (const id of gone.purgedWorkspaceIds) {
    // The account is gone whatever happens here; housekeeping goes on with what breaks off.
    await purgeWorkspace(database, id).catch((error) => log.warn({ err: error }, 'a deleted workspace could not be removed yet'));
  }
}
