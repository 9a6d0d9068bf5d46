import { clientOf, type Database, type Transaction } from './database';
import { statementName } from './statementName';

/** A session that has neither ended nor been revoked, with whose it is. */
export type LiveSession = {
  id: string;
  lastSeenAt: Date;
  expiresAt: Date;
  /** The end however much it is used, or null. */
  endsAt: Date | null;
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
  session: { id: string; expiresAt: Date; endsAt?: Date; device: string | null } & ({ userId: string } | { guestId: string }),
): Promise<void> {
  await clientOf(db).session.create({ data: session });
}

type SessionJoin = {
  last_seen_at: Date;
  expires_at: Date;
  ends_at: Date | null;
  revoked_at: Date | null;
  user_id: string | null;
  user_name: string;
  email: string;
  disabled_at: Date | null;
  guest_id: string | null;
  guest_name: string;
  map_id: string;
  department_id: string | null;
  link_id: string;
  link_role: string;
  link_expires_at: Date | null;
  link_revoked_at: Date | null;
};

// Asked at every request and every socket: one prepared statement, where Prisma would send one for each table.
const findSession = `
select s.last_seen_at, s.expires_at, s.ends_at, s.revoked_at,
  u.id as user_id, u.name as user_name, u.email, u.disabled_at,
  g.id as guest_id, g.name as guest_name, g.map_id, g.department_id,
  l.id as link_id, l.role as link_role, l.expires_at as link_expires_at, l.revoked_at as link_revoked_at
from session s
left join app_user u on u.id = s.user_id
left join guest g on g.id = s.guest_id
left join join_link l on l.id = g.join_link_id
where s.id = $1`;

/**
 * The session with this id, if it stands: not expired, not revoked, its account not disabled, its join link neither revoked nor over.
 */
export async function findLiveSession(db: Database, id: string, now = new Date()): Promise<LiveSession | null> {
  const query = { name: statementName(db, 'session'), text: findSession, values: [id] };
  const row = (await db.pool.query<SessionJoin>(query)).rows[0];
  if (!row || row.revoked_at || row.expires_at <= now || row.disabled_at) return null;
  if (row.link_revoked_at || (row.link_expires_at && row.link_expires_at <= now)) return null;
  const joinLink = { id: row.link_id, role: row.link_role, expiresAt: row.link_expires_at };
  return {
    id,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endsAt: row.ends_at,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name, email: row.email },
    guest:
      row.guest_id === null
        ? null
        : { id: row.guest_id, name: row.guest_name, mapId: row.map_id, departmentId: row.department_id, joinLink },
  };
}

/** When a session began: when its person last proved who they are. Null when there is none. */
export async function findSessionStart(db: Database, id: string): Promise<Date | null> {
  const row = await db.prisma.session.findUnique({ where: { id }, select: { createdAt: true } });
  return row?.createdAt ?? null;
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
export function revokeSessionsOfJoinLink(db: Database | Transaction, joinLinkId: string): Promise<string[]> {
  return revokeSessionsOfGuests(db, { joinLinkId });
}

/** Ends every session of these guests. Returns their ids. */
export async function revokeSessionsOfGuests(
  db: Database | Transaction,
  guest: { joinLinkId: string } | { joinLink: { mapId: string } },
): Promise<string[]> {
  const client = clientOf(db);
  const open = await client.session.findMany({ where: { guest, revokedAt: null }, select: { id: true } });
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
