import { clientOf, type Database, type Transaction } from './database';

/** A session that has neither ended nor been revoked, with whose it is. */
export type LiveSession = {
  id: string;
  lastSeenAt: Date;
  expiresAt: Date;
  user: { id: string; name: string; email: string } | null;
  guest: {
    id: string;
    name: string;
    mapId: string;
    departmentId: string | null;
    joinLink: { id: string; role: string; expiresAt: Date | null };
  } | null;
};

/** One signed-in browser, for the list on the account page. */
export type SessionRow = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; device: string | null };

/** Begins a session, of a user or of a guest. */
export async function createSession(
  db: Database | Transaction,
  session: { id: string; expiresAt: Date; device: string | null } & ({ userId: string } | { guestId: string }),
): Promise<void> {
  await clientOf(db).session.create({ data: session });
}

/**
 * The session with this id, if it stands: not expired, not revoked, its account not disabled, its join link neither revoked nor over.
 */
export async function findLiveSession(db: Database, id: string, now = new Date()): Promise<LiveSession | null> {
  const row = await db.prisma.session.findUnique({
    where: { id },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { id: true, name: true, email: true, disabledAt: true } },
      guest: {
        select: {
          id: true,
          name: true,
          mapId: true,
          departmentId: true,
          joinLink: { select: { id: true, role: true, expiresAt: true, revokedAt: true } },
        },
      },
    },
  });
  if (!row || row.revokedAt || row.expiresAt <= now) return null;
  if (row.user?.disabledAt) return null;
  const link = row.guest?.joinLink;
  if (link && (link.revokedAt || (link.expiresAt && link.expiresAt <= now))) return null;
  return { id: row.id, lastSeenAt: row.lastSeenAt, expiresAt: row.expiresAt, user: row.user, guest: row.guest };
}

/** Notes that a session was used and until when it stands from now on. Never wakes a revoked one. */
export async function touchSession(db: Database, id: string, seen: { at: Date; expiresAt: Date }): Promise<void> {
  await db.prisma.session.updateMany({
    where: { id, revokedAt: null },
    data: { lastSeenAt: seen.at, expiresAt: seen.expiresAt },
  });
}

/** Ends a session; false when it had ended before. */
export async function revokeSession(db: Database | Transaction, id: string): Promise<boolean> {
  const { count } = await clientOf(db).session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  return count === 1;
}

/** Ends every session of a user but `except`. Returns the ids of those that it ended. */
export async function revokeSessionsOfUser(
  db: Database | Transaction,
  userId: string,
  options: { except?: string } = {},
): Promise<string[]> {
  const rows = await clientOf(db).session.updateManyAndReturn({
    where: { userId, revokedAt: null, ...(options.except === undefined ? {} : { id: { not: options.except } }) },
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Ends every session of the guests of a join link. Returns their ids. */
export async function revokeSessionsOfJoinLink(db: Database | Transaction, joinLinkId: string): Promise<string[]> {
  const client = clientOf(db);
  const open = await client.session.findMany({ where: { guest: { joinLinkId }, revokedAt: null }, select: { id: true } });
  const ids = open.map(({ id }) => id);
  await client.session.updateMany({ where: { id: { in: ids } }, data: { revokedAt: new Date() } });
  return ids;
}

/** The browsers in which a user is signed in now, the most recently used first. */
export function listSessionsOfUser(db: Database, userId: string, now = new Date()): Promise<SessionRow[]> {
  return db.prisma.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, device: true },
  });
}

/** Forgets sessions that ended before `before`. Returns how many. */
export async function sweepSessions(db: Database, before: Date): Promise<number> {
  const { count } = await db.prisma.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  });
  return count;
}
