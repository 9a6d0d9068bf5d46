import type { VersionKind } from '@/lib/versions/versionKind';
import { isVersionKind } from '@/lib/versions/versionKind';
import { appendAudit } from './audit';
import type { Database } from './database';
import { endSignOffOf } from './signOffWrites';
import { statementName } from './statementName';

/** A version of a map as lists show it. Its content is read apart, by the names of its blobs. */
export type VersionRow = {
  id: string;
  mapId: string;
  /** 1, 2, 3 … on its map; never given again. */
  number: number;
  kind: VersionKind;
  name: string;
  note: string;
  /** Actor id, as actorIdOf() names it. */
  createdBy: string;
  createdAt: Date;
  /** Where in the document's log it stands: it holds at least everything up to and including `seq`. */
  epoch: number;
  seq: number;
  schemaVersion: number;
  /** What the map was called, and how much was on it. */
  title: string;
  stageCount: number;
  stepCount: number;
  cardCount: number;
  /** SHA-256 (hex) of the canonical JSON: versions with the same content have the same. */
  contentHash: string;
  /** Bytes that are stored for it; equal content of several versions is stored once. */
  size: number;
};

/** Where the content of a version lies (lib/data/blobs.ts). Figures of evidence are those of the workspace's answers. */
export type VersionBlobs = {
  contentBlob: string;
  documentBlob: string;
  evidenceBlob: string | null;
  evidenceWorkspaceId: string | null;
};

/** A new version; its bytes are stored already. `fileIds`: the map's files that it shows. */
export type NewVersion = Omit<VersionRow, 'number' | 'createdAt'> & VersionBlobs & { fileIds: readonly string[] };

const listed = {
  ...{ id: true, mapId: true, number: true, kind: true, name: true, note: true, createdBy: true, createdAt: true },
  ...{ epoch: true, seq: true, schemaVersion: true, title: true, stageCount: true, stepCount: true, cardCount: true },
  ...{ contentHash: true, size: true },
} as const;
const blobs = { contentBlob: true, documentBlob: true, evidenceBlob: true, evidenceWorkspaceId: true } as const;

/** A row with its kind judged: the database holds text. */
const toVersionRow = <Row extends Omit<VersionRow, 'kind'> & { kind: string }>(row: Row): Row & { kind: VersionKind } => ({
  ...row,
  kind: isVersionKind(row.kind) ? row.kind : 'automatic',
});

// The map's row holds the last number, so that the row's lock makes the numbers gapless. A backup may have read the row before its last version.
const insert = `
with locked as materialized (
  select id, version_count from journey_map where id = $2 and deleted_at is null for no key update
), last as (
  select number, content_hash from map_version where map_id = $2 order by number desc limit 1
), fresh as (
  select l.id, greatest(l.version_count, coalesce((select number from last), 0)) + 1 as number from locked l
  where not $21::boolean or (select content_hash from last) is distinct from $14
), counted as (
  update journey_map m set version_count = coalesce((select number from fresh), m.version_count),
    versioned_seq = greatest(m.versioned_seq, $9), versioned_at = now()
  from locked l where m.id = l.id
)
insert into map_version (id, map_id, kind, name, note, created_by, epoch, schema_version, seq, title, stage_count, step_count, card_count,
  content_hash, size, file_ids, content_blob, document_blob, evidence_blob, evidence_workspace_id, number)
select $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, number from fresh
returning number, created_at as "createdAt"`;

/**
 * Keeps a version of a map under the next number, in one statement. `unlessSame`: only if its content differs from that of the last one.
 * Null, and nothing is kept, when it does not, or the map is gone; either way everything up to its `seq` counts as looked at.
 */
export async function insertVersion(
  db: Database,
  version: NewVersion,
  { unlessSame = false }: { unlessSame?: boolean } = {},
): Promise<VersionRow | null> {
  const { contentBlob, documentBlob, evidenceBlob, evidenceWorkspaceId, fileIds, ...row } = version;
  const { rows } = await db.pool.query<{ number: number; createdAt: Date }>({
    name: statementName(db, 'version'),
    text: insert,
    values: [
      ...[row.id, row.mapId, row.kind, row.name, row.note, row.createdBy, row.epoch, row.schemaVersion, row.seq, row.title],
      ...[row.stageCount, row.stepCount, row.cardCount, row.contentHash, row.size, JSON.stringify(fileIds)],
      ...[contentBlob, documentBlob, evidenceBlob, evidenceWorkspaceId, unlessSame],
    ],
  });
  return rows[0] ? { ...row, ...rows[0] } : null;
}

/** The versions of a map, newest first, at most `limit` of them, behind a given number. Their content is not read. */
export async function listVersionRows(
  db: Database,
  mapId: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<VersionRow[]> {
  const rows = await db.prisma.mapVersion.findMany({
    where: { mapId, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit,
    select: listed,
  });
  return rows.map(toVersionRow);
}

/** A version of a map, with the names of its blobs; null when there is none of this number. */
export async function findVersion(db: Database, mapId: string, number: number): Promise<(VersionRow & VersionBlobs) | null> {
  const where = { mapId_number: { mapId, number } };
  const row = await db.prisma.mapVersion.findUnique({ where, select: { ...listed, ...blobs } });
  return row && toVersionRow(row);
}

/** The same by its id, wherever it is. */
export async function findVersionById(db: Database, id: string): Promise<(VersionRow & VersionBlobs) | null> {
  const row = await db.prisma.mapVersion.findUnique({ where: { id }, select: { ...listed, ...blobs } });
  return row && toVersionRow(row);
}

/** Where a map has this content already, if one of its versions holds it in the same form (`schemaVersion`). */
export async function findSameContent(
  db: Database,
  { mapId, contentHash, schemaVersion }: Pick<VersionRow, 'mapId' | 'contentHash' | 'schemaVersion'>,
): Promise<Pick<VersionBlobs, 'contentBlob' | 'documentBlob'> | null> {
  return db.prisma.mapVersion.findFirst({
    where: { mapId, contentHash, schemaVersion },
    orderBy: { number: 'desc' },
    select: { contentBlob: true, documentBlob: true },
  });
}

/**
 * Deletes a version for good, with the audit log's entry, which says whether it was up for sign-off or a baseline. False when it was gone already. What was signed
 * stays, without the version. Its bytes go with the next sweep of stored files.
 */
export function deleteAuditedVersion(
  db: Database,
  { workspaceId, ...version }: Pick<VersionRow, 'id' | 'mapId' | 'number' | 'kind' | 'createdBy'> & { workspaceId: string },
  actorId: string,
): Promise<boolean> {
  const { id, mapId, number, kind, createdBy } = version;
  return db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM map_version WHERE id = ${id} FOR UPDATE`;
    const signOff = await endSignOffOf(tx, id, actorId);
    const { count } = await tx.mapVersion.deleteMany({ where: { id } });
    if (count === 0) return false;
    const detail = { versionId: id, number, kind, createdBy, ...(signOff && { signOff }) };
    await appendAudit(tx, { action: 'version.deleted', actorId, workspaceId, mapId, detail });
    return true;
  });
}

/** The hashes of all stored bytes that versions need. */
export async function listVersionHashes(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>(
    `select content_blob as hash from map_version union select document_blob from map_version
     union select evidence_blob from map_version where evidence_blob is not null`,
  );
  return rows.map(({ hash }) => hash);
}
