import { joinBytes, toBuffer } from './chunks';
import type { Database } from './database';
import { statementName } from './statementName';

/** That an actor wrote under a Yjs client id. */
export type ClientRegistration = { clientId: number; actorId: string; sessionId: string | null };

/** What to append to one map's log, in this order. `restores`: those restores (ids of the versions before them) are what it does, and are noted as done with it. */
export type AppendEntry = {
  mapId: string;
  updates: readonly { bytes: Uint8Array; actorId: string }[];
  clients?: readonly ClientRegistration[];
  restores?: readonly string[];
};

/** The sequence numbers given to an entry's updates (with no updates: `lastSeq` is `firstSeq - 1`); `missing`: the map is unknown or deleted, nothing of the entry was stored. */
export type AppendResult = { mapId: string; firstSeq: number; lastSeq: number } | { mapId: string; missing: true };

// Locking in the order of the ids keeps two processes from waiting for each other. The bytes travel as one value, as an array of
// them would be turned into text. A map's row holds its last number, so the row's lock makes the numbers gapless.
const append = `
with entry as (
  select * from unnest($1::text[], $2::int[]) as e(map_id, count)
), locked as materialized (
  select m.id from journey_map m join entry e on e.map_id = m.id where m.deleted_at is null order by m.id for no key update of m
), counted as (
  update journey_map m set seq = m.seq + e.count, updated_at = case when e.count > 0 then now() else m.updated_at end
  from locked l join entry e on e.map_id = l.id where m.id = l.id
  returning m.id, m.seq - e.count as before
), stored as (
  insert into document_update (map_id, seq, bytes, actor_id)
  select c.id, c.before + u.number, substring($8::bytea from u.start for u.length), u.actor_id
  from unnest($3::text[], $4::int[], $5::int[], $6::int[], $7::text[]) as u(map_id, number, start, length, actor_id)
  join counted c on c.id = u.map_id
), registered as (
  insert into document_client (map_id, client_id, actor_id, session_id)
  select c.id, r.client_id, r.actor_id, r.session_id
  from unnest($9::text[], $10::bigint[], $11::text[], $12::text[]) as r(map_id, client_id, actor_id, session_id)
  join counted c on c.id = r.map_id
  on conflict do nothing
)`;

// In the same transaction: whoever finds one pending after a crash knows that it was not done. Hardly any commit has one, so the others do without it.
const noteRestores = `, restored as (
  update map_restore r set pending = false from unnest($13::text[], $14::text[]) as d(map_id, before_id) join counted c on c.id = d.map_id
  where r.map_id = d.map_id and r.before_id = d.before_id
)`;

const numbers = ' select id, before from counted';

/**
 * Appends to the logs of several maps in one transaction and one round trip; what is returned is committed. Numbers are gapless per map.
 * An entry for an unknown or deleted map is reported as `missing` and does not hinder the others. Each map may occur once.
 */
export async function appendUpdates(db: Database, batch: readonly AppendEntry[]): Promise<AppendResult[]> {
  if (batch.length === 0) return [];
  if (new Set(batch.map((entry) => entry.mapId)).size < batch.length)
    throw new Error('A map occurs twice in one batch of updates.');
  let start = 1;
  const updates = batch.flatMap((entry) =>
    entry.updates.map(({ bytes, actorId }, index) => {
      const row = { mapId: entry.mapId, number: index + 1, start, length: bytes.length, actorId };
      start += bytes.length;
      return row;
    }),
  );
  const clients = batch.flatMap((entry) => (entry.clients ?? []).map((client) => ({ mapId: entry.mapId, ...client })));
  const restores = batch.flatMap(({ mapId, restores: ids = [] }) => ids.map((id) => ({ mapId, id })));
  const result = await db.pool.query<{ id: string; before: number }>({
    name: statementName(db, restores.length > 0 ? 'appendRestores' : 'append'),
    text: append + (restores.length > 0 ? noteRestores : '') + numbers,
    values: [
      batch.map((entry) => entry.mapId),
      batch.map((entry) => entry.updates.length),
      updates.map((row) => row.mapId),
      updates.map((row) => row.number),
      updates.map((row) => row.start),
      updates.map((row) => row.length),
      updates.map((row) => row.actorId),
      toBuffer(joinBytes(batch.flatMap((entry) => entry.updates.map((update) => update.bytes)))),
      clients.map((row) => row.mapId),
      clients.map((row) => row.clientId),
      clients.map((row) => row.actorId),
      clients.map((row) => row.sessionId),
      ...(restores.length > 0 ? [restores.map((row) => row.mapId), restores.map((row) => row.id)] : []),
    ],
  });
  const before = new Map(result.rows.map((row) => [row.id, row.before]));
  return batch.map(({ mapId, updates: { length } }) => {
    const last = before.get(mapId);
    return last === undefined ? { mapId, missing: true } : { mapId, firstSeq: last + 1, lastSeq: last + length };
  });
}

/** Who wrote first under each Yjs client id of a map (`document_client`). Empty for an unknown map. */
export async function listAuthors(db: Database, mapId: string): Promise<Map<number, string>> {
  const { rows } = await db.pool.query<{ client_id: string; actor_id: string }>({
    name: statementName(db, 'authors'),
    text: 'select distinct on (client_id) client_id, actor_id from document_client where map_id = $1 order by client_id, at',
    values: [mapId],
  });
  return new Map(rows.map((row) => [Number(row.client_id), row.actor_id]));
}
