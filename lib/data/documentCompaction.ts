import { newId } from '@/lib/map/id';
import { toBuffer, toChunks } from './chunks';
import type { Database } from './database';

/** Rows and bytes that one statement deletes at most. */
const deleteRows = 500;
const deleteChunks = 8;
/** A snapshot that is still being written is not this old (hours). */
const abandonedAfter = 24;

/**
 * Replaces everything up to and including `seq` by `state`, the merged state of exactly that. Readers and writers are not held up and
 * never see less or more than before: the snapshot's chunks are written one by one and count from the moment at which the map names them;
 * only then the updates that it holds are deleted. Returns false, and changes nothing, when the map is gone or a snapshot reaches as far.
 */
export async function compactDocument(db: Database, mapId: string, seq: number, state: Uint8Array): Promise<boolean> {
  if (state.length === 0) throw new Error('The state of a document is never empty.');
  const id = newId();
  for (const chunk of toChunks(state)) {
    const { rowCount } = await db.pool.query(
      `insert into document_snapshot (id, map_id, chunk, bytes)
       select $1, m.id, $3, $4 from journey_map m where m.id = $2 and m.snapshot_seq < $5 and m.seq >= $5`,
      [id, mapId, chunk.index, toBuffer(chunk.bytes), seq],
    );
    if (rowCount === 0) break;
  }
  // Another process may have come first, in which case its snapshot stays; an incomplete one of ours can never be named. Whoever names one
  // deletes the one before it, and no other: what nobody has named yet, another process may be about to name.
  const { rows } = await db.pool.query<{ replaced: string | null }>(nameSnapshot, [id, mapId, seq, state.length]);
  const named = rows[0];
  if (!named) {
    await deleteInSteps(db, deleteSnapshot, [id], deleteChunks);
    return false;
  }
  await deleteInSteps(db, deleteCompacted, [mapId], deleteRows);
  if (named.replaced !== null) await deleteInSteps(db, deleteSnapshot, [named.replaced], deleteChunks);
  return true;
}

/**
 * Removes what compactions left behind that a crash broke off: snapshots that no map names, and updates that a snapshot holds.
 * To be called now and then. Returns how many rows were removed.
 */
export async function sweepDocuments(db: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - abandonedAfter * 3_600_000);
  return (
    (await deleteInSteps(db, deleteAbandoned, [before], deleteChunks)) +
    (await deleteInSteps(db, deleteAllCompacted, [], deleteRows))
  );
}

const nameSnapshot = `
with locked as materialized (
  select id, snapshot_id from journey_map where id = $2 and snapshot_seq < $3 and seq >= $3 for no key update
)
update journey_map m set snapshot_id = $1, snapshot_seq = $3, snapshot_size = $4 from locked
where m.id = locked.id and $4 = (select sum(octet_length(bytes)) from document_snapshot where id = $1)
returning locked.snapshot_id as replaced`;

const deleteSnapshot = `delete from document_snapshot where ctid = any(array(select ctid from document_snapshot where id = $1 limit $2))`;

const deleteCompacted = `delete from document_update where ctid = any(array(
  select u.ctid from document_update u join journey_map m on m.id = u.map_id
  where u.map_id = $1 and u.seq <= m.snapshot_seq limit $2))`;

const deleteAbandoned = `delete from document_snapshot where ctid = any(array(
  select s.ctid from document_snapshot s join journey_map m on m.id = s.map_id
  where s.id is distinct from m.snapshot_id and s.at < $1 limit $2))`;

const deleteAllCompacted = `delete from document_update where ctid = any(array(
  select u.ctid from document_update u join journey_map m on m.id = u.map_id where u.seq <= m.snapshot_seq limit $1))`;

async function deleteInSteps(db: Database, statement: string, values: unknown[], step: number): Promise<number> {
  for (let removed = 0; ; ) {
    const { rowCount } = await db.pool.query(statement, [...values, step]);
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < step) return removed;
  }
}
