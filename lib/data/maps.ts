import { clientOf, type Database, type Transaction } from './database';
import { statementName } from './statementName';

export type MapKind = 'current' | 'future';

/** What a list shows of a map's content, so that it need not open the document. */
export type MapProjection = { title: string; persona: string; stageCount: number; stepCount: number; momentCount: number };

/** A map as lists and access decisions need it. Its content is in the document log (./documents, ./documentLog). */
export type MapRow = MapProjection & {
  id: string;
  workspaceId: string;
  kind: MapKind;
  epoch: number;
  schemaVersion: number;
  /** Number of the last update in the log. */
  seq: number;
  /** Actor id, as actorIdOf() names it. */
  createdBy: string;
  createdAt: Date;
  /** When its content last changed. */
  updatedAt: Date;
  deletedAt: Date | null;
};

/** The columns of a MapRow. */
export const mapColumns = {
  id: true,
  workspaceId: true,
  kind: true,
  title: true,
  persona: true,
  stageCount: true,
  stepCount: true,
  momentCount: true,
  epoch: true,
  schemaVersion: true,
  seq: true,
  createdBy: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
} as const;

/** A row with its kind judged: the database holds text. */
export const toMapRow = (row: Omit<MapRow, 'kind'> & { kind: string }): MapRow => ({
  ...row,
  kind: row.kind === 'future' ? 'future' : 'current',
});

export type NewMap = {
  id: string;
  workspaceId: string;
  createdBy: string;
  kind: MapKind;
  title: string;
  persona: string;
  counts: Pick<MapProjection, 'stageCount' | 'stepCount' | 'momentCount'>;
  schemaVersion: number;
  /** The encoded first state of the document; becomes update 1 of its log. */
  state: Uint8Array;
};

/** Creates a map together with its content. Give it a transaction to make other rows (audit) with it. */
export async function createMap(target: Database | Transaction, map: NewMap): Promise<MapRow> {
  const { counts, state, ...row } = map;
  const created = await clientOf(target).journeyMap.create({
    data: { ...row, ...counts, seq: 1, updates: { create: { seq: 1, bytes: new Uint8Array(state), actorId: map.createdBy } } },
    select: mapColumns,
  });
  return toMapRow(created);
}

/** A map that is not deleted, nor its workspace, or null. Says nothing about who may see it. Asked at every request: a prepared statement. */
export async function findMap(db: Database, mapId: string): Promise<MapRow | null> {
  const { rows } = await db.pool.query<Parameters<typeof toMapRow>[0]>({
    name: statementName(db, 'map'),
    text: `select m.id, m.workspace_id as "workspaceId", m.kind, m.title, m.persona, m.stage_count as "stageCount",
             m.step_count as "stepCount", m.moment_count as "momentCount", m.epoch, m.schema_version as "schemaVersion", m.seq,
             m.created_by as "createdBy", m.created_at as "createdAt", m.updated_at as "updatedAt", m.deleted_at as "deletedAt"
           from journey_map m join workspace w on w.id = m.workspace_id
           where m.id = $1 and m.deleted_at is null and w.deleted_at is null`,
    values: [mapId],
  });
  return rows[0] ? toMapRow(rows[0]) : null;
}

/** A map, in the bin or not: for restoring it. Null for one that is being removed for good. */
export async function findMapEvenDeleted(target: Database | Transaction, mapId: string): Promise<MapRow | null> {
  const row = await clientOf(target).journeyMap.findFirst({ where: { id: mapId, purgedAt: null }, select: mapColumns });
  return row && toMapRow(row);
}

/** What maps are called, in the bin or not. One that is gone for good has no entry. */
export async function findMapTitles(db: Database, ids: Iterable<string>): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  const rows = await db.prisma.journeyMap.findMany({ where, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A workspace's maps, the last changed first. `deleted`: those in the bin instead, the last deleted first. */
export async function listMaps(db: Database, workspaceId: string, options: { deleted?: boolean } = {}): Promise<MapRow[]> {
  const rows = await db.prisma.journeyMap.findMany({
    where: { workspaceId, deletedAt: options.deleted ? { not: null } : null, purgedAt: null },
    orderBy: [options.deleted ? { deletedAt: 'desc' } : { updatedAt: 'desc' }, { id: 'asc' }],
    select: mapColumns,
  });
  return rows.map(toMapRow);
}

/**
 * Stores what the list shows of a map. Returns the workspace whose list looks different now; null when nothing differs from what was stored,
 * or the map is gone.
 */
export async function updateProjection(
  db: Database,
  mapId: string,
  projection: Partial<MapProjection & { kind: MapKind }>,
): Promise<string | null> {
  const entries = Object.entries(projection).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return null;
  const [row] = await db.prisma.journeyMap.updateManyAndReturn({
    where: { id: mapId, deletedAt: null, NOT: { AND: entries.map(([field, value]) => ({ [field]: value })) } },
    data: Object.fromEntries(entries),
    select: { workspaceId: true },
  });
  return row?.workspaceId ?? null;
}

/** Stores that a map's document has been brought to a newer form. Never lowers the version. */
export async function raiseSchemaVersion(db: Database, mapId: string, version: number): Promise<void> {
  await db.prisma.journeyMap.updateMany({
    where: { id: mapId, schemaVersion: { lt: version } },
    data: { schemaVersion: version },
  });
}

/** Moves a map to the bin: nobody can open it, nothing of it is lost. `by`: the actor's id. Returns whether it was there. */
export async function deleteMap(
  target: Database | Transaction,
  mapId: string,
  { by = null, now = new Date() }: { by?: string | null; now?: Date } = {},
): Promise<boolean> {
  const { count } = await clientOf(target).journeyMap.updateMany({
    where: { id: mapId, deletedAt: null },
    data: { deletedAt: now, deletedBy: by },
  });
  return count > 0;
}

/** Takes a map out of the bin. Returns whether it was in it. */
export async function restoreMap(target: Database | Transaction, mapId: string): Promise<boolean> {
  const { count } = await clientOf(target).journeyMap.updateMany({
    where: { id: mapId, deletedAt: { not: null }, purgedAt: null },
    data: { deletedAt: null, deletedBy: null },
  });
  return count > 0;
}

/** Gives a map to another workspace. Returns whether it was where it is said to be. */
export async function moveMap(
  target: Database | Transaction,
  move: { mapId: string; from: string; to: string },
): Promise<boolean> {
  const { count } = await clientOf(target).journeyMap.updateMany({
    where: { id: move.mapId, workspaceId: move.from, deletedAt: null },
    data: { workspaceId: move.to },
  });
  return count > 0;
}
