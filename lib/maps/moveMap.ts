import { type Actor, actorIdOf } from '@/lib/access/actor';
import { publishRevoked } from '@/lib/auth/sessionEnd';
import { moveAuditedMap } from '@/lib/data/auditedMaps';
import type { MapRow } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

/**
 * Gives a map to another workspace. Its join links close and its guests are sent away, because whoever let them in may have no say there;
 * members of the old workspace who do not belong to the new one lose it at once. The caller has checked both. Throws `conflict` when it was moved or
 * deleted meanwhile.
 */
export async function moveMapTo(
  running: Pick<Runtime, 'database' | 'events'>,
  actor: Actor,
  map: MapRow,
  workspaceId: string,
): Promise<void> {
  if (workspaceId === map.workspaceId) return;
  const { database, events } = running;
  const sessionIds = await moveAuditedMap(database, map, workspaceId, actorIdOf(actor));
  if (!sessionIds) throw new AppError('conflict', 'The map is not there any more.', { messageKey: 'mapMovedMeanwhile' });
  await events.publish({ kind: 'access.changed', mapId: map.id });
  await publishRevoked(running, sessionIds);
  for (const id of [map.workspaceId, workspaceId]) await events.publish({ kind: 'maps.changed', workspaceId: id, mapId: map.id });
}
