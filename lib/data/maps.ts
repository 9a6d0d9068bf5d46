import { clientOf, type Database, type Transaction } from './database';

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

const columns = {
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

const toRow = (row: Omit<MapRow, 'kind'> & { kind: string }): MapRow => ({
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
    select: columns,
  });
  return toRow(created);
}

/** A map that is not deleted, or null. Says nothing about who may see it. */
export async function findMap(target: Database | Transaction, mapId: string): Promise<MapRow | null> {
  const row = await clientOf(target).journeyMap.findFirst({ where: { id: mapId, deletedAt: null }, select: columns });
  return row && toRow(row);
}

/** A map, deleted or not: for restoring it and for the audit log. */
export async function findMapEvenDeleted(target: Database | Transaction, mapId: string): Promise<MapRow | null> {
  const row = await clientOf(target).journeyMap.findUnique({ where: { id: mapId }, select: columns });
  return row && toRow(row);
}

/** A workspace's maps, the last changed first. `deleted`: those in the bin instead, the last deleted first. */
export async function listMaps(db: Database, workspaceId: string, options: { deleted?: boolean } = {}): Promise<MapRow[]> {
  const rows = await db.prisma.journeyMap.findMany({
    where: { workspaceId, deletedAt: options.deleted ? { not: null } : null },
    orderBy: [options.deleted ? { deletedAt: 'desc' } : { updatedAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toRow);
}

/** Stores what the list shows of a map. Returns whether that differs from what was stored (false also when the map is gone). */
export async function updateProjection(
  db: Database,
  mapId: string,
  projection: Partial<MapProjection & { kind: MapKind }>,
): Promise<boolean> {
  const entries = Object.entries(projection).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return false;
  const { count } = await db.prisma.journeyMap.updateMany({
    where: { id: mapId, deletedAt: null, NOT: { AND: entries.map(([field, value]) => ({ [field]: value })) } },
    data: Object.fromEntries(entries),
  });
  return count > 0;
}

/** Stores that a map's document has been brought to a newer form. Never lowers the version. */
export async function raiseSchemaVersion(db: Database, mapId: string, version: number): Promise<void> {
  await db.prisma.journeyMap.updateMany({
    where: { id: mapId, schemaVersion: { lt: version } },
    data: { schemaVersion: version },
  });
}

/** Moves a map to the bin: nobody can open it, nothing of it is lost. Returns whether it was there. */
export async function deleteMap(target: Database | Transaction, mapId: string, now = new Date()): Promise<boolean> {
  const { count } = await clientOf(target).journeyMap.updateMany({
    where: { id: mapId, deletedAt: null },
    data: { deletedAt: now },
  });
  return count > 0;
}

/** Takes a map out of the bin. Returns whether it was in it. */
export async function restoreMap(target: Database | Transaction, mapId: string): Promise<boolean> {
  const { count } = await clientOf(target).journeyMap.updateMany({
    where: { id: mapId, deletedAt: { not: null } },
    data: { deletedAt: null },
  });
  return count > 0;
}
