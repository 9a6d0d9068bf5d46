import { appendAudit } from './audit';
import type { Database } from './database';
import { createMap, deleteMap, type MapRow, type NewMap, restoreMap } from './maps';

type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

/** Makes a map, with its content and the audit log's entry, in one transaction. */
export function createAuditedMap(db: Database, map: NewMap, source: string): Promise<MapRow> {
  return db.prisma.$transaction(async (tx) => {
    const row = await createMap(tx, map);
    const { workspaceId, createdBy } = map;
    await appendAudit(tx, { action: 'map.created', actorId: createdBy, workspaceId, mapId: row.id, detail: { source } });
    return row;
  });
}

/** Moves a map to the bin, with the audit log's entry. False when it was there already. */
export function binMap(db: Database, map: MapKey, actorId: string): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    if (!(await deleteMap(tx, map.id))) return false;
    await appendAudit(tx, { action: 'map.deleted', actorId, workspaceId: map.workspaceId, mapId: map.id });
    return true;
  });
}

/** Takes a map out of the bin, with the audit log's entry. False when it was not in it. */
export function unbinMap(db: Database, map: MapKey, actorId: string): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    if (!(await restoreMap(tx, map.id))) return false;
    await appendAudit(tx, { action: 'map.restored', actorId, workspaceId: map.workspaceId, mapId: map.id });
    return true;
  });
}
