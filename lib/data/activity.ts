import { Prisma } from '@/lib/generated/prisma/client';
import { clientOf, type Database, type Transaction } from './database';

/** That a field of a record changed. Values as JSON; null where there was or is none. */
export type ActivityChange = {
  /** Number of the last update of the commit window in which it was seen. */
  seq: number;
  actorId: string;
  /** Kind of the record, such as `step` or `card`. */
  record: string;
  recordId: string;
  field: string;
  before: Prisma.InputJsonValue | null;
  after: Prisma.InputJsonValue | null;
};

export type ActivityRow = {
  id: bigint;
  mapId: string;
  seq: number;
  at: Date;
  actorId: string;
  record: string;
  recordId: string;
  field: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

/** Rows per statement: written and deleted. */
const page = 500;

/** Adds to a map's activity, in this order. Throws when the map does not exist. */
export async function appendActivity(
  target: Database | Transaction,
  mapId: string,
  changes: readonly ActivityChange[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += page) {
    await clientOf(target).activity.createMany({
      data: changes.slice(start, start + page).map((change) => ({
        ...change,
        mapId,
        before: change.before ?? Prisma.DbNull,
        after: change.after ?? Prisma.DbNull,
      })),
    });
  }
}

/**
 * A map's activity, newest first, at most 500 rows. `before`: the id of the last row seen, for the next page. `recordId`, `actorId`,
 * `since` narrow it down.
 */
export function listActivity(
  db: Database,
  mapId: string,
  options: { before?: bigint; limit?: number; recordId?: string; actorId?: string; since?: Date } = {},
): Promise<ActivityRow[]> {
  const { before, limit = 100, recordId, actorId, since } = options;
  return db.prisma.activity.findMany({
    where: {
      mapId,
      ...(before === undefined ? {} : { id: { lt: before } }),
      ...(recordId === undefined ? {} : { recordId }),
      ...(actorId === undefined ? {} : { actorId }),
      ...(since === undefined ? {} : { at: { gte: since } }),
    },
    orderBy: { id: 'desc' },
    take: Math.min(Math.max(limit, 1), page),
  });
}

/** Removes activity older than `days`, in short steps. To be called now and then. Returns how many rows were removed. */
export async function sweepActivity(db: Database, days: number, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000);
  for (let removed = 0; ; ) {
    // Ids grow with time: the oldest rows are the first, and no index over time is needed to find them.
    const { rowCount } = await db.pool.query(
      `delete from activity where id in (select id from (select id, at from activity order by id limit $2) p where p.at < $1)`,
      [before, page],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < page) return removed;
  }
}
