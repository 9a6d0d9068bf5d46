import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/map/id';
import type { Transaction } from './database';
import { insertFirstOwner } from './firstOwner';
import { hasIdentityOf, type IdentityKey, linkIdentity, noteIdentityUse } from './identities';
import { acceptInvitationsOf } from './invitations';
import { revokeSessionsOfUser } from './sessions';
import { countUsers } from './users';

/** Somebody whom no account is linked to yet, as the provider describes them. `email`: confirmed by the provider, lower case. */
export type Newcomer = { email: string; name: string; locale: string };

/** The right to make the first account: the setting that holds the set-up code's hash, and the workspace's name. */
export type FirstOwner = { setting: { key: string; value: Prisma.InputJsonValue }; workspaceName: string };

export type LinkedAccount = {
  userId: string;
  isNew: boolean;
  /** The workspaces into which invitations brought the account. */
  joined: string[];
  endedSessionIds: string[];
};

/** The account that an identity is linked to, or null when it is to none. Throws `forbidden` for a disabled one. */
export async function findLinkedAccount(tx: Transaction, key: IdentityKey): Promise<LinkedAccount | null> {
  const known = await noteIdentityUse(tx, key);
  if (known?.disabledAt) throw new AppError('forbidden', 'The account is disabled.', { messageKey: 'identityDisabled' });
  return known && { userId: known.userId, isNew: false, joined: [], endedSessionIds: [] };
}

/**
 * Links an identity to the account of its e-mail address. Whoever made that account need not be who reads its mail, as owners pass on links by
 * hand: so what was set before ends, the password, access tokens and every session, unless this very browser is signed in as the account (`signedInUserId`).
 */
async function linkExisting(
  tx: Transaction,
  key: IdentityKey,
  account: { id: string; passwordHash: string | null; disabledAt: Date | null },
  signedInUserId: string | null,
): Promise<string[]> {
  if (account.disabledAt) throw new AppError('forbidden', 'The account is disabled.', { messageKey: 'identityDisabled' });
  if (await hasIdentityOf(tx, account.id, key.issuer)) {
    throw new AppError('forbidden', 'The account belongs to another identity.', { messageKey: 'identityTaken' });
  }
  if (signedInUserId === account.id) {
    await linkIdentity(tx, account.id, key);
    return [];
  }
  await tx.user.update({ where: { id: account.id }, data: { passwordHash: null } });
  const now = new Date();
  await tx.passwordReset.updateMany({ where: { userId: account.id, usedAt: null }, data: { usedAt: now } });
  const tokens = await tx.accessToken.updateMany({ where: { userId: account.id, revokedAt: null }, data: { revokedAt: now } });
  const ended = await revokeSessionsOfUser(tx, account.id);
  const passwordRemoved = account.passwordHash !== null;
  await linkIdentity(tx, account.id, key, { passwordRemoved, sessions: ended.length, tokens: tokens.count });
  return ended;
}

/** Makes an account without a password. Throws `conflict` when the address got one at the same moment. */
async function createAccount(tx: Transaction, newcomer: Newcomer): Promise<string> {
  const id = newId();
  const { count } = await tx.user.createMany({ data: [{ id, ...newcomer }], skipDuplicates: true });
  if (count !== 1) throw new AppError('conflict', 'The address got an account at the same moment.');
  return id;
}

/**
 * The account for an identity that none is linked to: the one of its e-mail address, or a new one; linked from now on, and open invitations to
 * that address are accepted. `mayJoin`: a newcomer needs no invitation, as a role waits for them. Throws `forbidden`, `conflict`.
 */
export async function linkAccount(
  tx: Transaction,
  key: IdentityKey,
  newcomer: Newcomer,
  options: { signedInUserId: string | null; firstOwner: FirstOwner | null; mayJoin: boolean },
): Promise<LinkedAccount> {
  if ((await countUsers(tx)) === 0) {
    const { firstOwner } = options;
    if (!firstOwner) throw new AppError('forbidden', 'Not set up yet.', { messageKey: 'identitySetup' });
    const { userId } = await insertFirstOwner(tx, { ...firstOwner, user: { ...newcomer, passwordHash: null } });
    await linkIdentity(tx, userId, key);
    return { userId, isNew: false, joined: [], endedSessionIds: [] };
  }
  // Locked: whoever sets a password or signs in by one now waits, and then finds what has become of it. Not FOR UPDATE: a sign-in that holds the
  // identity begins its session without waiting for this one, which may be waiting for the identity.
  const rows = await tx.$queryRaw<{ id: string; passwordHash: string | null; disabledAt: Date | null }[]>`
    SELECT id, password_hash AS "passwordHash", disabled_at AS "disabledAt" FROM app_user WHERE email = ${newcomer.email} FOR NO KEY UPDATE`;
  const account = rows[0];
  if (account) {
    // While this one waited for the lock, another browser of the same person may have linked the two.
    const linked = await findLinkedAccount(tx, key);
    if (linked) return linked;
    const endedSessionIds = await linkExisting(tx, key, account, options.signedInUserId);
    const joined = await acceptInvitationsOf(tx, newcomer.email, account.id);
    return { userId: account.id, isNew: false, joined, endedSessionIds };
  }
  const userId = await createAccount(tx, newcomer);
  await linkIdentity(tx, userId, key);
  const joined = await acceptInvitationsOf(tx, newcomer.email, userId);
  if (joined.length === 0 && !options.mayJoin) {
    throw new AppError('forbidden', 'No account, no invitation.', { messageKey: 'identityUnknown' });
  }
  return { userId, isNew: true, joined, endedSessionIds: [] };
}
