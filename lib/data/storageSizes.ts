import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from './database';
import { databaseFolder } from './embedded/dataDirectory';

/** Bytes on disk; null what cannot be told. */
export type StorageSizes = { database: number | null; writeAheadLog: number | null; freeSpace: number | null };

/** How large the database is, and how much room is left beside the data directory. */
export async function measureStorage(db: Database, dataDir: string): Promise<StorageSizes> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeSpace = bavail * bsize;
  if (db.kind === 'server') {
    const { rows } = await db.pool.query<{ bytes: string }>('select pg_database_size(current_database())::text as bytes');
    return { database: Number(rows[0]?.bytes ?? Number.NaN), writeAheadLog: null, freeSpace };
  }
  const folder = databaseFolder(dataDir);
  return { database: await sizeOf(folder), writeAheadLog: await sizeOf(path.join(folder, 'pg_wal')), freeSpace };
}

/** Bytes of all files in a folder. Files that go away meanwhile count nothing. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) bytes += await sizeOf(place);
    else
      bytes += await stat(place).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return bytes;
}
