import { z } from 'zod';
import { listActivity } from '@/lib/data/activity';
import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';

/** What of a map's activity is asked for. `before`: the id of the last entry seen. `minutes`: how far back. */
export const activityQuerySchema = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  actor: z.string().min(1).max(200).optional(),
  minutes: z.coerce.number().min(1).max(525_600).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** A page of a map's activity, newest first, and what the people in it are called now. `next`: for the following page; null on the last. */
export type ActivityPage = {
  entries: {
    id: string;
    at: string;
    actorId: string;
    record: string;
    recordId: string;
    field: string;
    before: unknown;
    after: unknown;
  }[];
  names: Record<string, string>;
  next: string | null;
};

/** A page of a map's activity. `hidden`: ids of records of which nothing is told, and of cards of whose tags. */
export async function readActivity(
  db: Database,
  mapId: string,
  query: z.output<typeof activityQuerySchema>,
  { now = new Date(), hidden = new Set() }: { now?: Date; hidden?: ReadonlySet<string> } = {},
): Promise<ActivityPage> {
  const { before, actor, minutes, limit } = query;
  const rows = await listActivity(db, mapId, {
    limit,
    ...(before === undefined ? {} : { before: BigInt(before) }),
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(minutes === undefined ? {} : { since: new Date(now.getTime() - minutes * 60_000) }),
  });
  const shown = rows.filter(({ recordId }) => !hidden.has(recordId.split(':', 1)[0] ?? ''));
  const names = await findActorNames(
    db,
    shown.map(({ actorId }) => actorId),
  );
  return {
    entries: shown.map(({ id, at, actorId, record, recordId, field, before: was, after }) => ({
      id: id.toString(),
      at: at.toISOString(),
      actorId,
      record,
      recordId,
      field,
      before: was,
      after,
    })),
    names: Object.fromEntries(names),
    next: rows.length < limit ? null : (rows.at(-1)?.id.toString() ?? null),
  };
}
