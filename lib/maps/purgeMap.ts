import { type Actor, actorIdOf } from '@/lib/access/actor';
import { markMapForPurge } from '@/lib/data/mapBin';
import type { MapRow } from '@/lib/data/maps';
import { purgeMap } from '@/lib/data/purge';
import type { Runtime } from '@/lib/runtime';

/** Removes a map that lies in the bin for good. False when it is not in the bin. */
export async function removeMapForGood(
  { database, events }: Pick<Runtime, 'database' | 'events'>,
  actor: Actor,
  map: MapRow,
): Promise<boolean> {
  if (!(await markMapForPurge(database, map, { actorId: actorIdOf(actor) }))) return false;
  await purgeMap(database, map.id);
  await events.publish({ kind: 'maps.changed', workspaceId: map.workspaceId, mapId: map.id });
  return true;
}
