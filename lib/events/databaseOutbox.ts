import { z } from 'zod';
import type { Database } from '@/lib/data/database';
import { appendOutbox, findNewestOutboxId, isOutboxKept, listOutboxSince, type OutboxRow, sweepOutbox } from '@/lib/data/outbox';
import { eventKinds, type LiveEvent } from './event';
import type { Outbox } from './outbox';

const kindSchema = z.enum(eventKinds);
const payloadSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** A stored row as an event; null for a kind that this version does not know (a newer process wrote it). */
function toEvent(row: OutboxRow): LiveEvent | null {
  const kind = kindSchema.safeParse(row.kind);
  if (!kind.success) return null;
  return {
    id: row.id,
    kind: kind.data,
    payload: payloadSchema.parse(row.payload),
    ...(row.workspaceId === null ? {} : { workspaceId: row.workspaceId }),
    ...(row.mapId === null ? {} : { mapId: row.mapId }),
    ...(row.sessionId === null ? {} : { sessionId: row.sessionId }),
    ...(row.userId === null ? {} : { userId: row.userId }),
  };
}

/** The outbox table as lib/events needs it. */
export function createDatabaseOutbox(db: Database): Outbox {
  return {
    add: (event) => appendOutbox(db, event),
    async listAfter(id, limit) {
      const rows = await listOutboxSince(db, id, limit);
      return rows.map(toEvent).filter((event) => event !== null);
    },
    findNewestId: () => findNewestOutboxId(db),
    isKept: (id) => isOutboxKept(db, id),
    async sweep() {
      await sweepOutbox(db);
    },
  };
}
