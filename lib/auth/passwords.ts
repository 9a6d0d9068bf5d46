import { z } from 'zod';
import { canMakeResetLink } from '@/lib/access/workspace';
import { findMembership, listMembershipsOfUser } from '@/lib/data/memberships';
import { changePasswordHash } from '@/lib/data/passwordChange';
import { createPasswordReset, findOpenPasswordReset, spendPasswordReset } from '@/lib/data/passwordResets';
import { findUser, findUserByEmail, type UserRow } from '@/lib/data/users';
import type { WorkspaceRow } from '@/lib/data/workspaces';
import { AppError } from '@/lib/errors';
import type { HeaderReader } from '@/lib/http/origin';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { sendMail } from '@/lib/mail/mailer';
import type { Runtime } from '@/lib/runtime';
import type { UserActor } from './asUser';
import { baseAddress } from './baseAddress';
import { givenPasswordSchema } from './credentials';
import { type Attempt, countAttempt, forgiveAttempt } from './limits';
import { requireNewPassword } from './newPassword';
import { findCompanyAccounts } from './oidc/companyAccounts';
import { hashPassword, verifyPassword } from './password';
import { requirePasswordSignIn } from './passwordSignIn';
import { hashToken, newSecretToken, secretTokenSchema } from './secretToken';
import { publishRevoked } from './sessionEnd';

/** How long a link for a new password can be used. */
export const resetHours = 24;

/** Who makes links from the server's command line. */
const operator = 'system';

/** What the account page sends to change the password. */
export const changePasswordSchema = z.object({ current: givenPasswordSchema, next: givenPasswordSchema });

/**
 * Changes one's own password, signs out every other browser and voids an open link for a new password. Throws `forbidden` for a wrong current password, `invalid` for a new one
 * too short, `conflict` when it was changed elsewhere at the same moment, `tooMany`.
 */
export async function changePassword(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'metrics'>,
  actor: UserActor,
  input: z.output<typeof changePasswordSchema>,
): Promise<void> {
  const { database } = running;
  requirePasswordSignIn(running.env);
  const next = requireNewPassword(input.next, 'next');
  const attempts: Attempt[] = [{ limit: 'password', who: actor.userId }];
  await countAttempt(running, attempts);
  const user = await findUser(database, actor.userId);
  if (!user?.passwordHash || !(await verifyPassword(input.current, user.passwordHash)).matches) {
    throw new AppError('forbidden', 'The current password is wrong.', {
      messageKey: 'passwordWrong',
      details: [{ path: 'current', message: 'Wrong' }],
    });
  }
  await forgiveAttempt(running, attempts);
  const change = { userId: user.id, from: user.passwordHash, to: await hashPassword(next), keptSessionId: actor.sessionId };
  const ended = await changePasswordHash(database, change);
  if (!ended) throw new AppError('conflict', 'The password was changed elsewhere.', { messageKey: 'passwordChanged' });
  await publishRevoked(running, ended);
}

async function createResetUrl(
  running: Pick<Runtime, 'database'>,
  reset: { user: UserRow; base: string; createdBy: string; workspaceId?: string },
): Promise<string> {
  const { token, tokenHash } = newSecretToken();
  await createPasswordReset(running.database, {
    userId: reset.user.id,
    tokenHash,
    expiresAt: new Date(Date.now() + resetHours * 60 * 60 * 1000),
    createdBy: reset.createdBy,
    ...(reset.workspaceId === undefined ? {} : { workspaceId: reset.workspaceId }),
  });
  return `${reset.base}/reset/${token}`;
}

/**
 * Makes a link by which a member sets a new password; it is returned for the owner to pass on, and mailed to the member where SMTP is
 * configured. Throws `notFound`, `forbidden` when the member belongs to workspaces that the actor does not own or signs in at the company, `tooMany`.
 */
export async function makeResetLink(
  running: Runtime,
  actor: UserActor,
  workspace: WorkspaceRow,
  userId: string,
  request: { headers: HeaderReader; locale: Locale },
): Promise<{ url: string; mailed: boolean }> {
  const { database } = running;
  requirePasswordSignIn(running.env);
  await countAttempt(running, [{ limit: 'mail', who: actor.userId }]);
  const user = (await findMembership(database, workspace.id, userId)) && (await findUser(database, userId));
  if (!user) throw new AppError('notFound', 'Not a member of this workspace.', { messageKey: 'memberNotFound' });
  const mine = await listMembershipsOfUser(database, actor.userId);
  if (!canMakeResetLink(mine, await listMembershipsOfUser(database, userId))) {
    throw new AppError('forbidden', 'The member belongs to other workspaces.', { messageKey: 'resetElsewhere' });
  }
  if ((await findCompanyAccounts(running, [user.id])).has(user.id)) {
    throw new AppError('forbidden', 'The member signs in at the company.', { messageKey: 'resetLinked' });
  }
  const url = await createResetUrl(running, {
    user,
    base: baseAddress(running, request.headers),
    createdBy: `user:${actor.userId}`,
    workspaceId: workspace.id,
  });
  const say = translatorOf(request.locale, 'mail');
  const values = { owner: actor.name, url, hours: resetHours };
  const mailed = await sendMail(running, {
    to: user.email,
    subject: say('reset.subject', values),
    text: say('reset.text', values),
  });
  return { url, mailed };
}

/** The same for whoever runs the server (`npm run reset-password`). Throws `notFound` when no account has this address (lower case), `forbidden` where passwords are switched off. */
export async function makeResetLinkAsOperator(
  running: Pick<Runtime, 'database' | 'env' | 'addresses'>,
  email: string,
): Promise<{ url: string }> {
  requirePasswordSignIn(running.env);
  const user = await findUserByEmail(running.database, email);
  if (!user) throw new AppError('notFound', 'No account has this e-mail address.');
  return { url: await createResetUrl(running, { user, base: baseAddress(running, null), createdBy: operator }) };
}

/** The link with this token, if it can still be used. One that an owner made ends when the account is linked to the company's sign-in. */
async function findUsableReset(running: Pick<Runtime, 'database' | 'env'>, token: string) {
  const reset = await findOpenPasswordReset(running.database, hashToken(token));
  if (!reset || reset.createdBy === operator) return reset;
  return (await findCompanyAccounts(running, [reset.userId])).has(reset.userId) ? null : reset;
}

/** Whose password a link sets, for its page, or null when it was used or is over. */
export async function findResetByToken(
  running: Pick<Runtime, 'database' | 'env'>,
  token: string,
): Promise<{ email: string; name: string } | null> {
  if (!secretTokenSchema.safeParse(token).success) return null;
  return (await findUsableReset(running, token))?.user ?? null;
}

/** What the page of a reset link sends. */
export const resetSchema = z.object({ token: secretTokenSchema, password: givenPasswordSchema });

/** Sets a new password by a link, and signs out every browser of the account. Throws `notFound` when the link is over, `invalid`, `tooMany`. */
export async function resetPassword(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'metrics'>,
  input: z.output<typeof resetSchema>,
  address: string,
): Promise<{ email: string }> {
  requirePasswordSignIn(running.env);
  const attempts: Attempt[] = [{ limit: 'reset', who: address }];
  await countAttempt(running, attempts);
  const password = requireNewPassword(input.password, 'password');
  const reset = await findUsableReset(running, input.token);
  if (!reset) throw new AppError('notFound', 'The link is over.', { messageKey: 'resetOver' });
  const { sessionIds } = await spendPasswordReset(running.database, { id: reset.id, passwordHash: await hashPassword(password) });
  await forgiveAttempt(running, attempts);
  await publishRevoked(running, sessionIds);
  return { email: reset.user.email };
}
