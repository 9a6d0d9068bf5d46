import type { Database } from './database';

/** A card that somebody of a department wrote or changed. Only departments are told, never people. */
export type ContributionRow = { departmentId: string; cardId: string };

/**
 * Which cards of a map people of which department wrote, changed or moved, as far as the activity list goes back. Only guests have a
 * department: they choose it when they join. Deleting a card is no contribution.
 */
export async function listContributions(db: Database, mapId: string): Promise<ContributionRow[]> {
  const { rows } = await db.pool.query<{ department_id: string; record_id: string }>(
    `select distinct g.department_id, a.record_id
     from activity a join guest g on a.actor_id = 'guest:' || g.id
     where a.map_id = $1 and g.map_id = $1 and g.department_id is not null and a.record = 'card' and a.field <> 'deletedAt'
     order by g.department_id, a.record_id`,
    [mapId],
  );
  return rows.map((row) => ({ departmentId: row.department_id, cardId: row.record_id }));
}
