import { type Actor, actorIdOf } from '@/lib/access/actor';
import { binMap, unbinMap } from '@/lib/data/auditedMaps';
import type { MapRow } from '@/lib/data/maps';
import type { Runtime } from '@/lib/runtime';

type Running = Pick<Runtime, 'database' | 'events'>;

async function tell({ events }: Running, map: MapRow): Promise<void> {
  await events.publish({ kind: 'access.changed', mapId: map.id });
  await events.publish({ kind: 'maps.changed', workspaceId: map.workspaceId, mapId: map.id });
}

/** Puts a map into the bin: whoever has it open is told and sent away; nothing of it is lost. */
export async function removeMap(running: Running, actor: Actor, map: MapRow): Promise<void> {
  if (await binMap(running.database, map, actorIdOf(actor))) await tell(running, map);
}

/** Takes a map out of the bin. */
export async function bringMapBack(running: Running, actor: Actor, map: MapRow): Promise<void> {
  if (await unbinMap(running.database, map, actorIdOf(actor))) await tell(running, map);
}
