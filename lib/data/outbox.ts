import type { Prisma } from '@/lib/generated/prisma/client';
import { clientOf, type Database, type Transaction } from './database';

/** An event to be told to browsers after the change that it tells about has committed. */
export type OutboxEntry = {
  kind: string;
  workspaceId?: string | undefined;
  mapId?: string | undefined;
  sessionId?: string | undefined;
  userId?: string | undefined;
  payload?: Prisma.InputJsonObject | undefined;
};

/** A stored event. `id` is a decimal number that grows with time. */
export type OutboxRow = {
  id: string;
  at: Date;
  kind: string;
  workspaceId: string | null;
  mapId: string | null;
  sessionId: string | null;
  userId: string | null;
  payload: Prisma.JsonValue;
};

/** How long (minutes) an event is kept for browsers that come back. */
const keptFor = 60;
const page = 500;

/** Stores an event, in the transaction of its change or alone. Returns its id. */
export async function appendOutbox(target: Database | Transaction, entry: OutboxEntry): Promise<string> {
  const row = await clientOf(target).outbox.create({ data: { ...entry, payload: entry.payload ?? {} }, select: { id: true } });
  return row.id.toString();
}

/**
 * Events with an id larger than `id`, oldest first. On a server with several processes a transaction may commit after one that took a
 * larger id: whoever follows the outbox there looks back over the last few ids, too.
 */
export async function listOutboxSince(db: Database, id: string, limit = 1000): Promise<OutboxRow[]> {
  const rows = await db.prisma.outbox.findMany({ where: { id: { gt: BigInt(id) } }, orderBy: { id: 'asc' }, take: limit });
  return rows.map((row) => ({ ...row, id: row.id.toString() }));
}

/** The largest id that is still kept, or null when there is none. */
export async function findNewestOutboxId(db: Database): Promise<string | null> {
  const row = await db.prisma.outbox.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id.toString() ?? null;
}

/** Whether every event after `id` is still kept. In doubt (an id that was never used) false. */
export async function isOutboxKept(db: Database, id: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ kept: boolean }>(
    `select coalesce((select min(id) from outbox) <= $1::bigint + 1,
                     (select case when is_called then last_value else 0 end from outbox_id_seq) <= $1::bigint) as kept`,
    [id],
  );
  return rows[0]?.kept ?? false;
}

/** Removes events older than an hour, in short steps. To be called now and then. Returns how many were removed. */
export async function sweepOutbox(db: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - keptFor * 60_000);
  for (let removed = 0; ; ) {
    const { rowCount } = await db.pool.query(
      `delete from outbox where id in (select id from outbox where at < $1 order by at limit $2)`,
      [before, page],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < page) return removed;
  }
}
