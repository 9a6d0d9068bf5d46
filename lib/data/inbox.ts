import { operations } from '@/lib/access/operation';
import type { Database } from './database';

/** Something that was said to a person: they are addressed in it, or it follows something that they said or were addressed in. */
export type InboxRow = {
  commentId: string;
  threadId: string;
  number: number;
  mapId: string;
  mapTitle: string;
  targetType: string;
  subject: string;
  authorId: string;
  text: string;
  createdAt: Date;
  isMention: boolean;
  isUnread: boolean;
};

/** More unread than this are not counted. */
export const mostCounted = 100;

// Only of maps that the person may see now: whoever leaves a workspace has nothing of it in the inbox any more.
const addressed = `
with mine as (
  select thread_id, min(number) as since from (
    select thread_id, number from comment where author_id = $1 and deleted_at is null
    union all
    select c.thread_id, c.number from comment_mention x join comment c on c.id = x.comment_id where x.actor_id = $1
  ) taken group by thread_id
)
select {columns}
from mine
join comment c on c.thread_id = mine.thread_id and c.number >= mine.since
join comment_thread t on t.id = c.thread_id
join journey_map m on m.id = t.map_id and m.deleted_at is null
join workspace w on w.id = m.workspace_id and w.deleted_at is null
join membership p on p.workspace_id = w.id and p.user_id = $2 and p.role = any($3)
left join comment_read r on r.thread_id = c.thread_id and r.actor_id = $1
where c.author_id <> $1 and c.deleted_at is null`;

const roles = [...operations['comment.read'].members];
const valuesOf = (userId: string): unknown[] => [`user:${userId}`, userId, roles];

const page = addressed.replace(
  '{columns}',
  `c.id as "commentId", c.thread_id as "threadId", c.number, t.map_id as "mapId", m.title as "mapTitle", t.target_type as "targetType",
   t.subject, c.author_id as "authorId", c.text, c.created_at as "createdAt",
   exists (select 1 from comment_mention x where x.comment_id = c.id and x.actor_id = $1) as "isMention",
   c.number > coalesce(r.seen, 0) as "isUnread"`,
);

/** What was said to a person, newest first, behind a given comment; at most `limit`. */
export async function pageInbox(
  db: Database,
  userId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<InboxRow[]> {
  const { rows } = await db.pool.query<InboxRow>(
    `${page} and ($4::timestamptz is null or (c.created_at, c.id) < ($4, $5)) order by c.created_at desc, c.id desc limit $6`,
    [...valuesOf(userId), after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

const unread = `select count(*)::int as count from (
  ${addressed.replace('{columns}', '1')} and c.number > coalesce(r.seen, 0) limit ${mostCounted}) unread`;

/** How much of it is unread; at most `mostCounted`. */
export async function countInbox(db: Database, userId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(unread, valuesOf(userId));
  return rows[0]?.count ?? 0;
}

const seeAll = `insert into comment_read (thread_id, actor_id, seen)
  ${addressed.replace('{columns}', 'c.thread_id, $1, max(c.number)')} group by c.thread_id
  on conflict (thread_id, actor_id) do update set seen = greatest(comment_read.seen, excluded.seen)`;

/** Notes that a person has read all of it. */
export async function markInboxSeen(db: Database, userId: string): Promise<void> {
  await db.pool.query(seeAll, valuesOf(userId));
}
