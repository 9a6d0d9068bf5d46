import { z } from 'zod';
import { roleSchema } from '@/lib/access/standing';
import {
  acceptInvitation,
  createInvitation,
  findAcceptedInvitation,
  findOpenInvitation,
  type InvitationRow,
} from '@/lib/data/invitations';
import { findMembership } from '@/lib/data/memberships';
import { findUserByEmail, type UserRow } from '@/lib/data/users';
import type { WorkspaceRow } from '@/lib/data/workspaces';
import { AppError } from '@/lib/errors';
import type { HeaderReader } from '@/lib/http/origin';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';
import { sendMail } from '@/lib/mail/mailer';
import type { Runtime } from '@/lib/runtime';
import type { UserActor } from './asUser';
import { baseAddress } from './baseAddress';
import { emailSchema, givenPasswordSchema, personNameSchema } from './credentials';
import { type Attempt, countAttempt, forgiveAttempt } from './limits';
import { requireNewPassword } from './newPassword';
import { hashPassword, verifyPassword } from './password';
import { requirePasswordSignIn } from './passwordSignIn';
import { hashToken, newSecretToken, secretTokenSchema } from './secretToken';

/** What an owner sends to invite somebody. */
export const inviteSchema = z.strictObject({ email: emailSchema, role: roleSchema });

/** What the invitation page shows. `hasAccount`: the password asked for is the one of an account that exists. */
export type OpenInvitation = {
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: string;
  expiresAt: Date;
  hasAccount: boolean;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Invites somebody to a workspace. The link is returned for the owner to pass on, and mailed where SMTP is configured.
 * Throws `conflict` when the person is a member already, `tooMany`.
 */
export async function invite(
  running: Runtime,
  actor: UserActor,
  workspace: WorkspaceRow,
  input: z.output<typeof inviteSchema>,
  request: { headers: HeaderReader; locale: Locale },
): Promise<InvitationRow & { url: string; mailed: boolean }> {
  const { database, env } = running;
  await countAttempt(running, [{ limit: 'mail', who: actor.userId }]);
  const account = await findUserByEmail(database, input.email);
  if (account && (await findMembership(database, workspace.id, account.id))) {
    throw new AppError('conflict', 'A member already.', { messageKey: 'alreadyMember' });
  }
  const { token, tokenHash } = newSecretToken();
  const row = await createInvitation(database, {
    workspaceId: workspace.id,
    email: input.email,
    role: input.role,
    tokenHash,
    expiresAt: new Date(Date.now() + env.INVITATION_DAYS * day),
    invitedBy: `user:${actor.userId}`,
  });
  const url = `${baseAddress(running, request.headers)}/invitation/${token}`;
  const say = translatorOf(request.locale, 'mail');
  const values = { inviter: actor.name, workspace: workspace.name, url, days: env.INVITATION_DAYS };
  const mailed = await sendMail(running, {
    to: input.email,
    subject: say('invitation.subject', values),
    text: say('invitation.text', values),
  });
  return { ...row, url, mailed };
}

/** The invitation of a token, for its page, or null when it was used, withdrawn, or is over. */
export async function findInvitationByToken(running: Pick<Runtime, 'database'>, token: string): Promise<OpenInvitation | null> {
  if (!secretTokenSchema.safeParse(token).success) return null;
  const row = await findOpenInvitation(running.database, hashToken(token));
  if (!row) return null;
  const { workspaceId, workspace, email, role, expiresAt } = row;
  const hasAccount = (await findUserByEmail(running.database, email)) !== null;
  return { workspaceId, workspaceName: workspace.name, email, role, expiresAt, hasAccount };
}

/** Whether this person came into a workspace by the invitation of a token. */
export async function hasJoinedBy(running: Pick<Runtime, 'database'>, token: string, actor: UserActor): Promise<boolean> {
  if (!secretTokenSchema.safeParse(token).success) return false;
  const workspaceId = await findAcceptedInvitation(running.database, hashToken(token));
  return workspaceId !== null && (await findMembership(running.database, workspaceId, actor.userId)) !== null;
}

/**
 * What the invitation page sends. Whoever has an account gives its password (or is signed in and gives none); whoever has none gives a
 * name and chooses one.
 */
export const acceptSchema = z.object({
  token: secretTokenSchema,
  name: personNameSchema.optional(),
  password: givenPasswordSchema.optional(),
});

/** Whether the person proves to be the account's owner: signed in as it, or with its password. Wrong ones count as at the sign-in. Throws otherwise. */
async function requireOwnerOfAccount(
  running: Pick<Runtime, 'env' | 'metrics'>,
  actor: UserActor | null,
  account: UserRow,
  password: string | undefined,
): Promise<void> {
  if (actor && actor.userId === account.id) return;
  if (actor && password === undefined) {
    throw new AppError('forbidden', 'Signed in as somebody else.', { messageKey: 'invitedByOther' });
  }
  requirePasswordSignIn(running.env);
  const attempts: Attempt[] = [{ limit: 'signIn.account', who: account.email }];
  await countAttempt(running, attempts);
  const matches =
    password !== undefined &&
    account.passwordHash !== null &&
    !account.disabledAt &&
    (await verifyPassword(password, account.passwordHash)).matches;
  if (!matches) throw new AppError('unauthenticated', 'Wrong password.', { messageKey: 'signInWrong' });
  await forgiveAttempt(running, attempts);
}

/**
 * Accepts an invitation; the account is made if the address has none. Throws `notFound` when it is over, `unauthenticated` for a wrong
 * password of an account, `invalid` for a missing name or a password too short, `tooMany`.
 */
export async function accept(
  running: Pick<Runtime, 'database' | 'env' | 'events' | 'metrics'>,
  input: z.output<typeof acceptSchema>,
  from: { address: string; locale: Locale; actor: UserActor | null },
): Promise<{ email: string; workspaceId: string }> {
  const { database, events } = running;
  const attempts: Attempt[] = [{ limit: 'invitation', who: from.address }];
  await countAttempt(running, attempts);
  const invitation = await findOpenInvitation(database, hashToken(input.token));
  if (!invitation) throw new AppError('notFound', 'The invitation is over.', { messageKey: 'invitationOver' });
  const account = await findUserByEmail(database, invitation.email);
  let by: Parameters<typeof acceptInvitation>[2];
  if (account) {
    await requireOwnerOfAccount(running, from.actor, account, input.password);
    by = { kind: 'existing', userId: account.id };
  } else {
    requirePasswordSignIn(running.env);
    const { name, password } = requireNewAccount(input);
    by = { kind: 'new', name, passwordHash: await hashPassword(password), locale: from.locale };
  }
  const { workspaceId, userId } = await acceptInvitation(database, invitation.id, by);
  await forgiveAttempt(running, attempts);
  await events.publish({ kind: 'access.changed', workspaceId, userId });
  return { email: invitation.email, workspaceId };
}

function requireNewAccount(input: z.output<typeof acceptSchema>): { name: string; password: string } {
  if (input.name === undefined) {
    throw new AppError('invalid', 'A new account needs a name.', { details: [{ path: 'name', message: 'Required' }] });
  }
  return { name: input.name, password: requireNewPassword(input.password, 'password') };
}
