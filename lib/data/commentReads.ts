import { clientOf, type Database, type Transaction } from './database';

/** Up to which comment of a conversation somebody has read. */
export type SeenMark = { threadId: string; seen: number };

/** Up to where an actor has read in these conversations; one without an entry was never read. */
export async function listSeen(db: Database, actorId: string, threadIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.prisma.commentRead.findMany({
    where: { actorId, threadId: { in: [...threadIds] } },
    select: { threadId: true, seen: true },
  });
  return new Map(rows.map(({ threadId, seen }) => [threadId, seen]));
}

/** Notes how far an actor has read; never further than what was written, and never back. Conversations of other maps are passed over. */
export async function markSeen(
  target: Database | Transaction,
  actorId: string,
  mapId: string,
  marks: readonly SeenMark[],
): Promise<void> {
  const wanted = JSON.stringify(marks.map(({ threadId, seen }) => ({ id: threadId, seen })));
  await clientOf(target).$executeRaw`
    insert into comment_read (thread_id, actor_id, seen)
    select t.id, ${actorId}, max(least(m.seen, t.last_number))
    from jsonb_to_recordset(${wanted}::jsonb) as m (id text, seen int) join comment_thread t on t.id = m.id and t.map_id = ${mapId}
    group by t.id
    on conflict (thread_id, actor_id) do update set seen = greatest(comment_read.seen, excluded.seen)`;
}

/** Notes that an actor has read everything on a map. */
export async function markMapSeen(db: Database, actorId: string, mapId: string): Promise<void> {
  await db.pool.query(
    `insert into comment_read (thread_id, actor_id, seen) select id, $1, last_number from comment_thread where map_id = $2
     on conflict (thread_id, actor_id) do update set seen = greatest(comment_read.seen, excluded.seen)`,
    [actorId, mapId],
  );
}

/** Forgets what actors have read, and that anybody addressed them: for those who are gone. */
export async function forgetCommentActors(tx: Transaction, actorIds: readonly string[]): Promise<void> {
  const where = { actorId: { in: [...actorIds] } };
  await tx.commentRead.deleteMany({ where });
  await tx.commentMention.deleteMany({ where });
}
