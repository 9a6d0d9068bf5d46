import type { Database } from './database';

/** Rows that one statement deletes at most, and chunks and updates, which may be large. */
const rows = 500;
const large = 8;
const updates = 100;

/** What a map has, in the order in which it goes: what people wrote first, what names them, the map itself last. */
const partsOfMap = [
  { statement: byPlace('document_update', 'map_id'), step: updates },
  { statement: byPlace('document_snapshot', 'map_id'), step: large },
  // The bytes themselves go with the sweep of files that nothing refers to.
  { statement: byPlace('map_file', 'map_id'), step: rows },
  // With its signatures.
  { statement: byPlace('map_sign_off', 'map_id'), step: rows },
  { statement: byPlace('map_version', 'map_id'), step: rows },
  { statement: byPlace('activity', 'map_id'), step: rows },
  { statement: byThread('comment_read'), step: rows },
  {
    statement: `delete from comment_mention where ctid = any(array(
      select x.ctid from comment_mention x join comment c on c.id = x.comment_id join comment_thread t on t.id = c.thread_id
      where t.map_id = $1 limit $2))`,
    step: rows,
  },
  { statement: byThread('comment'), step: rows },
  { statement: byPlace('comment_thread', 'map_id'), step: rows },
  { statement: byPlace('workshop', 'map_id'), step: rows },
  {
    statement: `delete from vote_ballot where ctid = any(array(
      select b.ctid from vote_ballot b join vote_round r on r.id = b.round_id where r.map_id = $1 limit $2))`,
    step: rows,
  },
  { statement: byPlace('vote_round', 'map_id'), step: rows },
  { statement: byPlace('document_client', 'map_id'), step: rows },
  {
    statement: `delete from session where ctid = any(array(
      select s.ctid from session s join guest g on g.id = s.guest_id where g.map_id = $1 limit $2))`,
    step: rows,
  },
  { statement: byPlace('guest', 'map_id'), step: rows },
  { statement: byPlace('join_link', 'map_id'), step: rows },
  { statement: byPlace('view_link', 'map_id'), step: rows },
];

/** What a source of evidence has: what customers said first, the source itself last. */
const partsOfSource = [
  { statement: byPlace('evidence_match', 'source_id'), step: rows },
  // With their pictures and files, whose bytes go with the sweep of files that nothing refers to.
  { statement: byPlace('evidence_entry', 'source_id'), step: rows },
  { statement: byPlace('evidence_response', 'source_id'), step: rows },
  { statement: byPlace('evidence_person', 'source_id'), step: rows },
  { statement: byImport('evidence_rollup'), step: rows },
  { statement: byImport('evidence_rejection'), step: rows },
  {
    statement: `delete from evidence_delivery where ctid = any(array(
      select d.ctid from evidence_delivery d join evidence_webhook w on w.id = d.webhook_id where w.source_id = $1 limit $2))`,
    step: rows,
  },
  { statement: byPlace('evidence_webhook', 'source_id'), step: rows },
  { statement: byPlace('evidence_search', 'source_id'), step: rows },
  { statement: byPlace('evidence_text', 'source_id'), step: rows },
  { statement: byPlace('evidence_slice', 'source_id'), step: rows },
  { statement: byPlace('evidence_import', 'source_id'), step: rows },
  { statement: byPlace('evidence_plan', 'source_id'), step: large },
  { statement: byPlace('evidence_column', 'source_id'), step: rows },
];

const partsOfWorkspace = [
  { statement: byPlace('map_template', 'workspace_id'), step: large },
  { statement: byPlace('invitation', 'workspace_id'), step: rows },
  { statement: byPlace('membership', 'workspace_id'), step: rows },
  { statement: byPlace('evidence_rule', 'workspace_id'), step: rows },
  { statement: byPlace('evidence_category', 'workspace_id'), step: rows },
  { statement: byPlace('evidence_erasure', 'workspace_id'), step: rows },
  { statement: byPlace('evidence_key', 'workspace_id'), step: rows },
];

function byPlace(table: string, column: string): string {
  return `delete from ${table} where ctid = any(array(select ctid from ${table} where ${column} = $1 limit $2))`;
}

function byThread(table: string): string {
  return `delete from ${table} where ctid = any(array(
    select x.ctid from ${table} x join comment_thread t on t.id = x.thread_id where t.map_id = $1 limit $2))`;
}

function byImport(table: string): string {
  return `delete from ${table} where ctid = any(array(
    select x.ctid from ${table} x join evidence_import i on i.id = x.import_id where i.source_id = $1 limit $2))`;
}

const markMaps = `update journey_map set purged_at = now(), deleted_at = coalesce(deleted_at, now())
  where id = any(array(select id from journey_map where workspace_id = $1 and purged_at is null limit $2))`;

async function runInSteps(db: Database, parts: readonly { statement: string; step: number }[], id: string): Promise<void> {
  for (const { statement, step } of parts) {
    for (let more = true; more; ) {
      const { rowCount } = await db.pool.query(statement, [id, step]);
      more = (rowCount ?? 0) >= step;
    }
  }
}

/** Removes a map that is marked for it, in steps so short that nobody's edit waits. Broken off, it can be begun again. */
export async function purgeMap(db: Database, mapId: string): Promise<void> {
  const { rowCount } = await db.pool.query('select 1 from journey_map where id = $1 and purged_at is not null', [mapId]);
  if (rowCount === 0) return;
  await runInSteps(db, partsOfMap, mapId);
  await db.pool.query('delete from journey_map where id = $1 and purged_at is not null', [mapId]);
}

/** Removes a source of evidence that is marked for it, in short steps. Broken off, it can be begun again. */
export async function purgeSource(db: Database, sourceId: string): Promise<void> {
  const { rowCount } = await db.pool.query('select 1 from evidence_source where id = $1 and deleted_at is not null', [sourceId]);
  if (rowCount === 0) return;
  await runInSteps(db, partsOfSource, sourceId);
  await db.pool.query('delete from evidence_source where id = $1 and deleted_at is not null', [sourceId]);
}

/** Removes a workspace that is marked for it, with all its maps and sources, in short steps. */
export async function purgeWorkspace(db: Database, workspaceId: string): Promise<void> {
  const marked = await db.prisma.workspace.count({ where: { id: workspaceId, purgedAt: { not: null } } });
  if (marked === 0) return;
  await runInSteps(db, [{ statement: markMaps, step: rows }], workspaceId);
  for (const { id } of await db.prisma.journeyMap.findMany({ where: { workspaceId }, select: { id: true } })) {
    await purgeMap(db, id);
  }
  await db.prisma.evidenceSource.updateMany({ where: { workspaceId, deletedAt: null }, data: { deletedAt: new Date() } });
  for (const { id } of await db.prisma.evidenceSource.findMany({ where: { workspaceId }, select: { id: true } })) {
    await purgeSource(db, id);
  }
  await runInSteps(db, partsOfWorkspace, workspaceId);
  const isEmpty = { maps: { none: {} }, sources: { none: {} } };
  await db.prisma.workspace.deleteMany({ where: { id: workspaceId, purgedAt: { not: null }, ...isEmpty } });
}

/** Removes everything that is marked. `isOver`: asked between two of them. Returns how many maps, sources and workspaces went. */
export async function purgeMarked(db: Database, isOver: () => boolean = () => false): Promise<number> {
  let purged = 0;
  const marked = { where: { purgedAt: { not: null } }, select: { id: true } } as const;
  for (const { id } of await db.prisma.workspace.findMany(marked)) {
    if (isOver()) return purged;
    await purgeWorkspace(db, id);
    purged += 1;
  }
  for (const { id } of await db.prisma.journeyMap.findMany(marked)) {
    if (isOver()) return purged;
    await purgeMap(db, id);
    purged += 1;
  }
  const deleted = { where: { deletedAt: { not: null } }, select: { id: true } } as const;
  for (const { id } of await db.prisma.evidenceSource.findMany(deleted)) {
    if (isOver()) return purged;
    await purgeSource(db, id);
    purged += 1;
  }
  return purged;
}
