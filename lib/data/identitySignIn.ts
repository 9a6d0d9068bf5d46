import type { Role } from '@/lib/access/actor';
import { AppError } from '@/lib/errors';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import type { IdentityKey } from './identities';
import { type FirstOwner, findLinkedAccount, type LinkedAccount, linkAccount, type Newcomer } from './identityAccount';
import { applyIdentityRole, findIdentityWorkspace } from './identityRole';
import { createSession } from './sessions';

/** A sign-in that a provider has confirmed. */
export type IdentityEntry = {
  identity: IdentityKey;
  /** Who to look for, or to make, when the identity is linked to no account; null: the provider confirmed no e-mail address. */
  newcomer: Newcomer | null;
  /** The role that the provider gives, at each sign-in. */
  claimedRole: Role | null;
  /** The role of newcomers for whom the provider names none; null: they need an invitation. */
  newcomerRole: Role | null;
  /** Where these roles count; null: in the oldest workspace. */
  workspaceId: string | null;
  /** As whom this browser was signed in when it left for the provider. */
  signedInUserId: string | null;
  firstOwner: FirstOwner | null;
  session: { id: string; expiresAt: Date; endsAt: Date; device: string | null };
};

export type Entered = { userId: string; endedSessionIds: string[]; changedWorkspaceIds: string[] };

async function requireAccount(tx: Transaction, entry: IdentityEntry): Promise<LinkedAccount> {
  const { identity, newcomer, claimedRole, newcomerRole } = entry;
  const known = await findLinkedAccount(tx, identity);
  if (known) return known;
  if (!newcomer) {
    throw new AppError('forbidden', 'The provider confirmed no e-mail address.', { messageKey: 'identityEmail' });
  }
  return linkAccount(tx, identity, newcomer, { ...entry, mayJoin: (claimedRole ?? newcomerRole) !== null });
}

/**
 * Signs a person in by their identity at a provider, all or nothing: finds, links or makes the account, gives the role that the provider names,
 * begins the session. Throws `forbidden` with a reason for the person, and `conflict` when another sign-in of the same person was
 * quicker by a hair: trying again then finds what it made.
 */
export function enterByIdentity(db: Database, entry: IdentityEntry): Promise<Entered> {
  return db.prisma.$transaction(async (tx) => {
    const { userId, isNew, joined, endedSessionIds } = await requireAccount(tx, entry);
    const changed = new Set(joined);
    const role = entry.claimedRole ?? (isNew && joined.length === 0 ? entry.newcomerRole : null);
    if (role) {
      const workspaceId = await findIdentityWorkspace(tx, entry.workspaceId);
      if (workspaceId && (await applyIdentityRole(tx, { workspaceId, userId, role }))) changed.add(workspaceId);
      if (!workspaceId && isNew && joined.length === 0) {
        throw new AppError('forbidden', 'OIDC_WORKSPACE is not there.', { messageKey: 'identityWorkspace' });
      }
    }
    await createSession(tx, { ...entry.session, userId });
    await appendAudit(tx, { action: 'signIn.succeeded', actorId: `user:${userId}`, detail: { by: 'identity' } });
    return { userId, endedSessionIds, changedWorkspaceIds: [...changed] };
  });
}
