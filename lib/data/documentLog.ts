import { joinBytes } from './chunks';
import type { Database } from './database';
import { statementName } from './statementName';

/** A document as it is stored: the snapshot holds everything up to and including `snapshotSeq`, the updates follow it without a gap up to `seq`. */
export type StoredDocument = {
  workspaceId: string;
  epoch: number;
  schemaVersion: number;
  seq: number;
  snapshot: Uint8Array | null;
  snapshotSeq: number;
  updates: Uint8Array[];
};

/** One entry of the log. A snapshot stands in it as an update of its own: applying it gives everything before. */
export type LoggedUpdate = { seq: number; bytes: Uint8Array };

/** Bytes and rows that one statement reads at most, so that it stays short; one update may be larger. */
const pageBytes = 1024 * 1024;
const pageRows = 1000;
/** A compaction may take away what is being read; then it is read again. So often without a newer snapshot, something is really missing. */
const attempts = 3;

type Head = {
  workspace_id: string;
  epoch: number;
  schema_version: number;
  seq: number;
  snapshot_id: string | null;
  snapshot_seq: number;
  snapshot_size: number;
};

/**
 * Reads a document. Appends and compactions may go on meanwhile: what is returned is one consistent state. Null when the map is unknown
 * or deleted. Throws when the log has a gap or the snapshot is not whole.
 */
export async function loadDocument(db: Database, mapId: string): Promise<StoredDocument | null> {
  const read = await readFrom(db, mapId, 0);
  if (read === null) return null;
  const { head, snapshot, updates } = read;
  return {
    workspaceId: head.workspace_id,
    epoch: head.epoch,
    schemaVersion: head.schema_version,
    seq: head.seq,
    snapshot,
    snapshotSeq: head.snapshot_seq,
    updates: updates.map((update) => update.bytes),
  };
}

/**
 * Everything with a number larger than `seq`, in order. When some of that has been compacted, the first entry is the whole snapshot,
 * under its own number. Empty when there is nothing new, or no such map.
 */
export async function listUpdatesSince(db: Database, mapId: string, seq: number): Promise<LoggedUpdate[]> {
  const read = await readFrom(db, mapId, seq);
  if (read === null) return [];
  const { head, snapshot, updates } = read;
  return snapshot === null ? updates : [{ seq: head.snapshot_seq, bytes: snapshot }, ...updates];
}

async function readFrom(db: Database, mapId: string, after: number) {
  let before: string | null | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await findHead(db, mapId);
    if (head === null) return null;
    // Compacted again meanwhile: that explains what was missing.
    if (head.snapshot_id !== before) attempt = 0;
    before = head.snapshot_id;
    const needsSnapshot = head.snapshot_id !== null && after < head.snapshot_seq;
    const snapshot = needsSnapshot ? await findSnapshot(db, head) : null;
    if (needsSnapshot && snapshot === null) continue;
    const start = needsSnapshot ? head.snapshot_seq : after;
    const updates = await listPages(db, mapId, start, head.seq);
    // Numbers are gapless, so their count says whether all are there.
    if (updates.length === Math.max(0, head.seq - start)) return { head, snapshot, updates };
  }
  throw new Error(`The stored document of map ${mapId} is not whole.`);
}

async function findHead(db: Database, mapId: string): Promise<Head | null> {
  const { rows } = await db.pool.query<Head>({
    name: statementName(db, 'documentHead'),
    text: `select workspace_id, epoch, schema_version, seq, snapshot_id, snapshot_seq, snapshot_size
           from journey_map where id = $1 and deleted_at is null`,
    values: [mapId],
  });
  return rows[0] ?? null;
}

/** Null when the snapshot has been replaced by a newer one meanwhile. */
async function findSnapshot(db: Database, head: Head): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { rows } = await db.pool.query<{ bytes: Buffer }>({
      name: statementName(db, 'snapshotChunks'),
      text: 'select bytes from document_snapshot where id = $1 and chunk >= $2 order by chunk limit 4',
      values: [head.snapshot_id, chunks.length],
    });
    if (rows.length === 0) break;
    chunks.push(...rows.map((row) => row.bytes));
  }
  const snapshot = joinBytes(chunks);
  return snapshot.length === head.snapshot_size ? snapshot : null;
}

async function listPages(db: Database, mapId: string, after: number, upTo: number): Promise<LoggedUpdate[]> {
  const updates: LoggedUpdate[] = [];
  let last = after;
  while (last < upTo) {
    // The length of a stored value is known without reading it, so the page is cut before the bytes are fetched.
    const { rows } = await db.pool.query<{ seq: number; bytes: Buffer }>({
      name: statementName(db, 'updatePage'),
      text: `select u.seq, u.bytes from (
               select p.seq, sum(p.length) over (order by p.seq) - p.length as earlier from (
                 select seq, octet_length(bytes) as length from document_update
                 where map_id = $1 and seq > $2 and seq <= $3 order by seq limit ${pageRows}
               ) p
             ) page join document_update u on u.map_id = $1 and u.seq = page.seq
             where page.earlier < ${pageBytes} order by u.seq`,
      values: [mapId, last, upTo],
    });
    updates.push(...rows);
    const end = rows.at(-1);
    if (!end) break;
    last = end.seq;
  }
  return updates;
}
