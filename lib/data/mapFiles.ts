import { clientOf, type Database, type Transaction } from './database';

/** A picture or file of a map. Pictures have a width and a height. */
export type MapFileRow = {
  id: string;
  mapId: string;
  /** Of the stored bytes, and of a picture's smaller version. */
  hash: string;
  smallHash: string | null;
  name: string;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
  createdBy: string;
  createdAt: Date;
};

const shown = {
  ...{ id: true, mapId: true, hash: true, smallHash: true, name: true, mediaType: true },
  ...{ size: true, width: true, height: true, createdBy: true, createdAt: true },
} as const;

/** Adds a file whose bytes are stored. No card shows it yet. */
export async function addMapFile(db: Database | Transaction, file: Omit<MapFileRow, 'createdAt'>): Promise<MapFileRow> {
  return clientOf(db).mapFile.create({ data: { ...file, unusedSince: new Date() }, select: shown });
}

/** A file of a map, or null: a file of another map is none of this one's. */
export async function findMapFile(db: Database, mapId: string, id: string): Promise<MapFileRow | null> {
  return db.prisma.mapFile.findUnique({ where: { mapId_id: { mapId, id } }, select: shown });
}

/** Files of a map by their ids; those that it does not have are left out. */
export async function listMapFilesById(db: Database, mapId: string, ids: readonly string[]): Promise<MapFileRow[]> {
  // All of the map's, which are not many: a document may name any number of them.
  const wanted = new Set(ids);
  const rows = wanted.size === 0 ? [] : await db.prisma.mapFile.findMany({ where: { mapId }, select: shown });
  return rows.filter(({ id }) => wanted.has(id));
}

/** The files of a map, newest first, behind a given one; at most `limit`. */
export async function pageMapFiles(
  db: Database,
  mapId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<MapFileRow[]> {
  const behind = after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {};
  const orderBy = [{ createdAt: 'desc' }, { id: 'asc' }] as const;
  return db.prisma.mapFile.findMany({ where: { mapId, ...behind }, orderBy: [...orderBy], take: limit, select: shown });
}

export async function countMapFiles(db: Database, mapId: string): Promise<number> {
  return db.prisma.mapFile.count({ where: { mapId } });
}

/** The maps that have one of these files. */
export async function listMapsWithFiles(db: Database, ids: readonly string[]): Promise<{ mapId: string; id: string }[]> {
  const { rows } = await db.pool.query<{ map_id: string; id: string }>(
    'select map_id, id from map_file where id = any($1::text[]) order by id, map_id',
    [ids],
  );
  return rows.map((row) => ({ mapId: row.map_id, id: row.id }));
}

/** Gives files of a map to another one, under the same ids. Those that it has already stay as they are. Returns how many it has of them now. */
export async function copyFileRows(
  db: Database,
  { from, to, ids, createdBy }: { from: string; to: string; ids: readonly string[]; createdBy: string },
): Promise<number> {
  const { rowCount } = await db.pool.query(
    `insert into map_file (map_id, id, hash, small_hash, name, media_type, size, width, height, created_by, unused_since)
     select $2, id, hash, small_hash, name, media_type, size, width, height, $4, now()
     from map_file where map_id = $1 and id = any($3::text[])
     on conflict (map_id, id) do update set unused_since = now() where map_file.unused_since is not null`,
    [from, to, ids, createdBy],
  );
  return rowCount ?? 0;
}

/** Says which of a map's files its cards have now, deleted ones included; the others count as unused from the first time on that this was said. */
export async function noteUsedFiles(db: Database, mapId: string, used: readonly string[]): Promise<void> {
  await db.pool.query(
    `update map_file set unused_since = case when unused_since is null then now() end
     where map_id = $1 and (id = any($2::text[])) = (unused_since is not null)`,
    [mapId, used],
  );
}

/** A file that no card has had since then, and neither a version of the map needs, nor the baseline that it was derived from (null: not known yet which). */
const isSuperfluous = `f.unused_since < $1
  and not exists (select 1 from map_version v where v.map_id = f.map_id and v.file_ids @> to_jsonb(f.id))
  and not exists (select 1 from future_state s where s.map_id = f.map_id and (s.file_ids is null or s.file_ids @> to_jsonb(f.id)))`;

/** Maps that have files which no card has had since before that time, and neither a version nor the baseline needs. */
export async function listMapsWithUnusedFiles(db: Database, before: Date): Promise<string[]> {
  const { rows } = await db.pool.query<{ map_id: string }>(`select distinct f.map_id from map_file f where ${isSuperfluous}`, [
    before,
  ]);
  return rows.map((row) => row.map_id);
}

/** Removes a map's files that no card has had since before that time, and neither a version nor the baseline needs. Their bytes go with the next sweep of stored files. */
export async function removeUnusedFiles(db: Database, mapId: string, before: Date): Promise<number> {
  const { rowCount } = await db.pool.query(`delete from map_file f where ${isSuperfluous} and f.map_id = $2`, [before, mapId]);
  return rowCount ?? 0;
}

/** The hashes of all stored bytes that files of maps need. */
export async function listFileHashes(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>(
    'select hash from map_file union select small_hash from map_file where small_hash is not null',
  );
  return rows.map(({ hash }) => hash);
}
