import { createHash } from 'node:crypto';
import { toBuffer, toChunks } from './chunks';
import type { Database } from './database';

/** A stored file. */
export type StoredBlob = { hash: string; size: number; mediaType: string };

/** A file that was stored this short a time (hours) ago may be about to be referred to, so a sweep leaves it. */
const graceHours = 24;

/**
 * Stores a file under the SHA-256 of its content (hex) and returns that. The same content is stored once; its media type is the one that
 * was given first. It is there for readers when all of it is.
 */
export async function storeBlob(db: Database, bytes: Uint8Array, mediaType: string): Promise<StoredBlob> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  // The new date keeps a sweep, even one that runs right now, from taking a file that is stored again.
  const { rows } = await db.pool.query<{ ready: boolean; media_type: string }>(
    `insert into blob (hash, size, media_type) values ($1, $2, $3)
     on conflict (hash) do update set created_at = now() returning ready, media_type`,
    [hash, bytes.length, mediaType],
  );
  const [row] = rows;
  if (!row?.ready) {
    for (const chunk of toChunks(bytes)) {
      // Whoever else stores this content stores the same bytes.
      await db.pool.query('insert into blob_chunk (hash, chunk, bytes) values ($1, $2, $3) on conflict do nothing', [
        hash,
        chunk.index,
        toBuffer(chunk.bytes),
      ]);
    }
    await db.pool.query('update blob set ready = true where hash = $1', [hash]);
  }
  return { hash, size: bytes.length, mediaType: row?.media_type ?? mediaType };
}

/** Keeps a sweep from a file that is about to be referred to once more. False when it is not there (any more): it has to be stored anew. */
export async function holdBlob(db: Database, hash: string): Promise<boolean> {
  const { rowCount } = await db.pool.query('update blob set created_at = now() where hash = $1 and ready', [hash]);
  return (rowCount ?? 0) > 0;
}

/** What is known of a stored file, or null. */
export async function findBlob(db: Database, hash: string): Promise<StoredBlob | null> {
  return db.prisma.blob.findFirst({ where: { hash, ready: true }, select: { hash: true, size: true, mediaType: true } });
}

/** A stored file's content, chunk by chunk (256 KB), so that a large one never lies in memory as a whole. Throws when a chunk is missing. */
export async function* readBlob(db: Database, blob: StoredBlob): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for (let chunk = 0; read < blob.size; chunk++) {
    const { rows } = await db.pool.query<{ bytes: Buffer }>('select bytes from blob_chunk where hash = $1 and chunk = $2', [
      blob.hash,
      chunk,
    ]);
    const [row] = rows;
    if (!row) throw new Error(`The stored file ${blob.hash} is not whole.`);
    read += row.bytes.length;
    yield row.bytes;
  }
}

/**
 * Removes files that are not in `used` and were not stored within the last day. Give it every hash that anything refers to. Returns how
 * many files were removed.
 */
export async function sweepBlobs(db: Database, used: ReadonlySet<string>, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - graceHours * 3_600_000);
  const { rows } = await db.pool.query<{ hash: string }>('select hash from blob where created_at < $1', [before]);
  let removed = 0;
  for (const { hash } of rows) {
    if (!used.has(hash) && (await removeBlob(db, hash, before))) removed++;
  }
  return removed;
}

/**
 * Unseen first, then chunk by chunk. Each step holds the file's row and looks at its date again, so that whoever stores the file anew
 * meanwhile either waits for the step and then finds the chunks missing, or has given it a date that ends the removal.
 */
async function removeBlob(db: Database, hash: string, before: Date): Promise<boolean> {
  const hidden = await db.pool.query('update blob set ready = false where hash = $1 and created_at < $2', [hash, before]);
  if (hidden.rowCount === 0) return false;
  for (let more = true; more; ) {
    const { rowCount } = await db.pool.query(
      `with held as materialized (select hash from blob where hash = $1 and created_at < $2 and not ready for update)
       delete from blob_chunk where (hash, chunk) in (
         select c.hash, c.chunk from held join blob_chunk c on c.hash = held.hash order by c.chunk limit 8)`,
      [hash, before],
    );
    more = (rowCount ?? 0) > 0;
  }
  const gone = await db.pool.query('delete from blob where hash = $1 and created_at < $2 and not ready', [hash, before]);
  return (gone.rowCount ?? 0) > 0;
}
