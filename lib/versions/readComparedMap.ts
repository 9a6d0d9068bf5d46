import type { Actor } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import type { ComparedSide } from './comparedSide';
import { readBase, requireFutureState } from './future/readStates';
import { readVersionMap, requireVersion } from './readVersion';

/**
 * One side of a comparison, for an actor who may see it: without what a silent round on that map hides now. Another map is judged by what the actor may
 * see there. Throws `notFound` without a part in the map, and where there is no such version, nor anything that the map starts from; `forbidden` for guests who are only shown the map.
 */
export async function readComparedMap(
  running: Pick<Runtime, 'database' | 'exporter' | 'liveMaps'>,
  actor: Actor | null,
  ownMapId: string,
  { mapId, state }: ComparedSide,
): Promise<JourneyMap> {
  const { map } = await requireMapAccess(actor, mapId ?? ownMapId, state === 'live' ? 'read' : 'readVersions', running.database);
  if (state === 'live') return readShownMap(running, map.id);
  if (state === 'baseline') return readBase(running, await requireFutureState(running.database, map.id));
  return readVersionMap(running, await requireVersion(running.database, map.id, state));
}
