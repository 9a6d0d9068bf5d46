import type { Actor } from '@/lib/access/actor';
import type { MapRow } from '@/lib/data/maps';
import type { Runtime } from '@/lib/runtime';
import { storeBaseline } from '@/lib/versions/future/importBaseline';
import { addMap } from './addMap';
import type { MadeMap } from './mapSource';

/** Stores a map that was made from a source, with what it starts from if it came as the file of a future state. Throws as `addMap` does. */
export async function addMadeMap(
  running: Pick<Runtime, 'database' | 'env' | 'events'>,
  actor: Actor,
  workspaceId: string,
  { map, baseline }: Pick<MadeMap, 'map' | 'baseline'>,
  source: string,
  id?: string,
): Promise<MapRow> {
  return addMap(running, actor, workspaceId, map, source, id, baseline && (await storeBaseline(running.database, baseline)));
}
