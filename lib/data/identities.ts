import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';

/** Whom a provider of sign-ins means: its own address, and its name for the person, which never changes. */
export type IdentityKey = { issuer: string; subject: string };

/** A way in that an account has beside its password. */
export type IdentityRow = { id: string; issuer: string; createdAt: Date; lastUsedAt: Date };

const columns = { id: true, issuer: true, createdAt: true, lastUsedAt: true } as const;

/** The account that an identity belongs to, noting that it was used now; null when it is linked to none. */
export async function noteIdentityUse(
  tx: Transaction,
  key: IdentityKey,
): Promise<{ userId: string; disabledAt: Date | null } | null> {
  const rows = await tx.userIdentity.updateManyAndReturn({
    where: key,
    data: { lastUsedAt: new Date() },
    select: { userId: true, user: { select: { disabledAt: true } } },
  });
  const row = rows[0];
  return row ? { userId: row.userId, disabledAt: row.user.disabledAt } : null;
}

/** Whether an account is linked to some identity of this provider already. */
export async function hasIdentityOf(tx: Transaction, userId: string, issuer: string): Promise<boolean> {
  return (await tx.userIdentity.count({ where: { userId, issuer } })) > 0;
}

/** Links an identity to an account for good. Throws `conflict` when another sign-in linked one of the two at the same moment. */
export async function linkIdentity(
  tx: Transaction,
  userId: string,
  { issuer, subject }: IdentityKey,
  detail: Record<string, number | boolean> = {},
): Promise<void> {
  const id = newId();
  const { count } = await tx.userIdentity.createMany({ data: [{ id, userId, issuer, subject }], skipDuplicates: true });
  if (count !== 1) throw new AppError('conflict', 'The identity or the account was linked at the same moment.');
  await appendAudit(tx, { action: 'identity.linked', actorId: `user:${userId}`, detail: { identityId: id, ...detail } });
}

/** The identities of an account, the oldest first. */
export function listIdentitiesOfUser(db: Database, userId: string): Promise<IdentityRow[]> {
  return db.prisma.userIdentity.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
}

/** Which of these accounts are linked to an identity of a provider with one of these issuers. */
export async function listLinkedUsers(
  db: Database,
  issuers: readonly string[],
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.prisma.userIdentity.findMany({
    where: { issuer: { in: [...issuers] }, userId: { in: [...userIds] } },
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}

/** Takes every identity from an account: the next sign-in links anew, by the e-mail address. Returns how many there were. */
export function unlinkIdentities(db: Database, userId: string, actorId: string): Promise<number> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.userIdentity.deleteMany({ where: { userId } });
    if (count > 0) await appendAudit(tx, { action: 'identity.unlinked', actorId, detail: { userId, identities: count } });
    return count;
  });
}
