import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { readCurrent, requireFutureState } from '@/lib/versions/future/readStates';

/** What the current state has become from which the map was derived. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'readVersions');
  const row = await requireFutureState(runtime.database, map.id);
  return Response.json({ map: await readCurrent(runtime, actor, row, map) });
});
