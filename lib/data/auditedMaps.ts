import { appendAudit } from './audit';
import type { Database } from './database';
import { type Derivation, insertFutureState } from './futureStates';
import { revokeJoinLinksOfMap } from './joinLinks';
import { createMap, deleteMap, type MapRow, moveMap, type NewMap, restoreMap } from './maps';
import { revokeViewLinksOfMap } from './viewLinks';

type MapKey = Pick<MapRow, 'id' | 'workspaceId'>;

/** Makes a map, with its content and the audit log's entry, in one transaction. `derivation`: the version that a future state starts from. */
export function createAuditedMap(
  db: Database,
  map: NewMap,
  source: string,
  derivation: Derivation | null = null,
): Promise<MapRow> {
  return db.prisma.$transaction(async (tx) => {
    const row = await createMap(tx, map);
    const { workspaceId, createdBy } = map;
    if (derivation) await insertFutureState(tx, { ...derivation, mapId: row.id, createdBy });
    const detail = { source, ...(derivation && originOf(derivation)) };
    await appendAudit(tx, { action: 'map.created', actorId: createdBy, workspaceId, mapId: row.id, detail });
    return row;
  });
}

/** Where a future state starts, for the audit log. Of what only a file said, it is noted that it did. */
function originOf({ sourceMapId, versionNumber: version, signed, linked, fromFile }: Derivation): Record<string, unknown> {
  return { ...(linked ? { from: sourceMapId } : {}), version, signed, ...(fromFile ? { fromFile } : {}) };
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
 * Gives a map to another workspace, with an entry in the audit log of each, and closes its links: whoever gave them out may have no say
 * there. Returns the guests' sessions that ended; null, and nothing changes, when the map was not where it is said to be.
 */
export function moveAuditedMap(db: Database, map: MapKey, to: string, actorId: string): Promise<string[] | null> {
  return db.prisma.$transaction(async (tx) => {
    if (!(await moveMap(tx, { mapId: map.id, from: map.workspaceId, to }))) return null;
    const { links, sessionIds } = await revokeJoinLinksOfMap(tx, map.id);
    const viewLinks = await revokeViewLinksOfMap(tx, map.id);
    const detail = { from: map.workspaceId, to, joinLinks: links, viewLinks, guests: sessionIds.length };
    await appendAudit(tx, { action: 'map.movedAway', actorId, workspaceId: map.workspaceId, mapId: map.id, detail });
    await appendAudit(tx, { action: 'map.movedHere', actorId, workspaceId: to, mapId: map.id, detail });
    return sessionIds;
  });
}
