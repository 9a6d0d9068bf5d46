import type { Database } from './database';

/** What is known of a department's part in a map: how many things people of it wrote or changed, and how many comments they wrote. */
export type ParticipationRow = { departmentId: string; changes: number; comments: number };

// Guests choose their department when they join; members belong to one where their signature is wanted for it.
const people = `
with people as (
  select 'guest:' || id as actor_id, department_id from guest where map_id = $1 and department_id is not null
  union
  select s.actor_id, s.department_id from map_signature s join map_sign_off o on o.id = s.sign_off_id
  where o.map_id = $1 and s.department_id is not null
)`;

/** The departments of which anything is known, by their ids; people are not told. Deleting is no contribution. */
export async function listParticipation(db: Database, mapId: string): Promise<ParticipationRow[]> {
  const changes = await db.pool.query<{ id: string; count: number }>(
    `${people} select p.department_id as id, count(distinct (a.record, a.record_id))::int as count
     from people p join activity a on a.actor_id = p.actor_id and a.map_id = $1 and a.field <> 'deletedAt' group by p.department_id`,
    [mapId],
  );
  const comments = await db.pool.query<{ id: string; count: number }>(
    `${people} select p.department_id as id, count(*)::int as count
     from people p join comment c on c.author_id = p.actor_id and c.deleted_at is null
     join comment_thread t on t.id = c.thread_id and t.map_id = $1 group by p.department_id`,
    [mapId],
  );
  const commentsOf = new Map(comments.rows.map(({ id, count }) => [id, count]));
  const changesOf = new Map(changes.rows.map(({ id, count }) => [id, count]));
  return [...new Set([...changesOf.keys(), ...commentsOf.keys()])].map((departmentId) => ({
    departmentId,
    changes: changesOf.get(departmentId) ?? 0,
    comments: commentsOf.get(departmentId) ?? 0,
  }));
}
