import type { Prisma } from '@/lib/generated/prisma/client';
import type { Database } from './database';
import { statementName } from './statementName';

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

/** What changed in one map. */
export type MapActivity = { mapId: string; changes: readonly ActivityChange[] };

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
export const activityRows = 500;

// Written again and again for every map that people work in: one prepared statement. JSON's null becomes SQL's.
const append = `
insert into activity (map_id, seq, actor_id, record, record_id, field, before, after)
select c."mapId", c.seq, c."actorId", c.record, c."recordId", c.field, c.before, c.after
from rows from (jsonb_to_recordset($1::jsonb) as (
  "mapId" text, seq int, "actorId" text, record text, "recordId" text, field text, before jsonb, after jsonb
)) with ordinality as c
order by c.ordinality`;

/** Adds to maps' activity, in this order. Throws when a map does not exist; more than `activityRows` changes may then be written in part. */
export async function appendActivity(db: Database, entries: readonly MapActivity[]): Promise<void> {
  const changes = entries.flatMap((entry) => entry.changes.map((change) => ({ mapId: entry.mapId, ...change })));
  for (let start = 0; start < changes.length; start += activityRows) {
    const values = [JSON.stringify(changes.slice(start, start + activityRows))];
    await db.pool.query({ name: statementName(db, 'activity'), text: append, values });
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
    take: Math.min(Math.max(limit, 1), activityRows),
  });
}

/** Removes activity older than `days`, in short steps. To be called now and then. Returns how many rows were removed. */
export async function sweepActivity(db: Database, days: number, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000);
  for (let removed = 0; ; ) {
    // Ids grow with time: the oldest rows are the first, and no index over time is needed to find them.
    const { rowCount } = await db.pool.query(
      `delete from activity where id in (select id from (select id, at from activity order by id limit $2) p where p.at < $1)`,
      [before, activityRows],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < activityRows) return removed;
  }
}
