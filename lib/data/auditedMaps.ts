import { appendAudit } from './audit';
import type { Database } from './database';
import { revokeJoinLinksOfMap } from './joinLinks';
import { createMap, deleteMap, type MapRow, moveMap, type NewMap, restoreMap } from './maps';

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
    if (!(await deleteMap(tx, map.id, { by: actorId }))) return false;
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

/**
 * Gives a map to another workspace, with an entry in the audit log of each, and closes its join links: whoever gave them out may have no say
 * there. Returns the guests' sessions that ended; null, and nothing changes, when the map was not where it is said to be.
 */
export function moveAuditedMap(db: Database, map: MapKey, to: string, actorId: string): Promise<string[] | null> {
  return db.prisma.$transaction(async (tx) => {
    if (!(await moveMap(tx, { mapId: map.id, from: map.workspaceId, to }))) return null;
    const { links, sessionIds } = await revokeJoinLinksOfMap(tx, map.id);
    const detail = { from: map.workspaceId, to, joinLinks: links, guests: sessionIds.length };
    await appendAudit(tx, { action: 'map.movedAway', actorId, workspaceId: map.workspaceId, mapId: map.id, detail });
    await appendAudit(tx, { action: 'map.movedHere', actorId, workspaceId: to, mapId: map.id, detail });
    return sessionIds;
  });
}
