import type { TokenScope } from '@/lib/access/actor';
import { appendAudit } from './audit';
import type { Database } from './database';

/** A personal access token as its owner sees it: everything but the token. `hint` is its last characters. */
export type AccessTokenRow = {
  id: string;
  name: string;
  scope: TokenScope;
  hint: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

/** A token that stands, with whose it is. */
export type LiveAccessToken = AccessTokenRow & { user: { id: string; name: string; email: string } };

const columns = { id: true, name: true, scope: true, hint: true, createdAt: true, expiresAt: true, lastUsedAt: true } as const;

const toRow = <T extends { scope: string }>(row: T): Omit<T, 'scope'> & { scope: TokenScope } => ({
  ...row,
  // An unknown scope gets the least.
  scope: row.scope === 'write' ? 'write' : 'read',
});

const standing = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });

export type NewAccessToken = {
  id: string;
  userId: string;
  name: string;
  scope: TokenScope;
  tokenHash: string;
  hint: string;
  expiresAt: Date | null;
};

/** Stores a token's hash, with the audit log's entry. `by` is the actor id of whoever makes it: its user, or `system` for the command. */
export function createAccessToken(db: Database, token: NewAccessToken, by: string): Promise<AccessTokenRow> {
  return db.prisma.$transaction(async (tx) => {
    const row = await tx.accessToken.create({ data: token, select: columns });
    await appendAudit(tx, {
      action: 'token.created',
      actorId: by,
      detail: { tokenId: token.id, userId: token.userId, scope: token.scope },
    });
    return toRow(row);
  });
}

/** The token with this hash if it stands: neither revoked nor over, its account not disabled. */
export async function findLiveAccessToken(db: Database, tokenHash: string, now = new Date()): Promise<LiveAccessToken | null> {
  const row = await db.prisma.accessToken.findFirst({
    where: { tokenHash, ...standing(now), user: { disabledAt: null } },
    select: { ...columns, user: { select: { id: true, name: true, email: true } } },
  });
  return row && toRow(row);
}

/** Notes that a token was used. */
export async function touchAccessToken(db: Database, id: string, at: Date): Promise<void> {
  await db.prisma.accessToken.updateMany({ where: { id, revokedAt: null }, data: { lastUsedAt: at } });
}

/** A user's tokens that nobody revoked, newest first. Those whose time is over stay until they are swept: somebody may wonder why a program stopped. */
export async function listAccessTokens(db: Database, userId: string): Promise<AccessTokenRow[]> {
  const rows = await db.prisma.accessToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toRow);
}

/** How many tokens of a user stand. */
export function countAccessTokens(db: Database, userId: string, now = new Date()): Promise<number> {
  return db.prisma.accessToken.count({ where: { userId, ...standing(now) } });
}

/** Whose token this is, or null when there is none or it was revoked. */
export function findAccessToken(db: Database, id: string): Promise<{ id: string; userId: string } | null> {
  return db.prisma.accessToken.findFirst({ where: { id, revokedAt: null }, select: { id: true, userId: true } });
}

/** Ends a token of this user, with the audit log's entry. False when there is none, or it was revoked before. `by` as for createAccessToken. */
export function revokeAccessToken(db: Database, token: { id: string; userId: string }, by: string): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.accessToken.updateMany({ where: { ...token, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) return false;
    await appendAudit(tx, {
      action: 'token.revoked',
      actorId: by,
      detail: { tokenId: token.id, userId: token.userId },
    });
    return true;
  });
}

/** Forgets tokens that ended before `before`. Returns how many. */
export async function sweepAccessTokens(db: Database, before: Date): Promise<number> {
  const { count } = await db.prisma.accessToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  });
  return count;
}
