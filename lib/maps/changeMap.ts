import type { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import type { MapKind, MapRow } from '@/lib/data/maps';
import { summarizeMap } from '@/lib/document/summary';
import type { Runtime } from '@/lib/runtime';
import { changeMapMeta, mapMetaChangeSchema } from './changeMeta';

/** What the list of maps changes about a map without opening it. */
export const mapChangeSchema = mapMetaChangeSchema
  .pick({ title: true, kind: true })
  .refine((change) => Object.keys(change).length > 0, 'must change something');

/** Changes a map from the list: through the live document. Returns what the list shows of it from now on. Throws as `changeMapMeta`. */
export async function changeMap(
  running: Pick<Runtime, 'liveMaps'>,
  actor: Actor,
  map: Pick<MapRow, 'id'>,
  change: z.output<typeof mapChangeSchema>,
): Promise<{ title: string; kind: MapKind }> {
  await changeMapMeta(running, actorIdOf(actor), map.id, change);
  const { title, kind } = summarizeMap((await running.liveMaps.read(map.id)).map);
  return { title, kind };
}
