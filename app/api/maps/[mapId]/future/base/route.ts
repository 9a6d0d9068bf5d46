import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { readBase, requireFutureState } from '@/lib/versions/future/readStates';

/** What was on the version that the map was derived from. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readVersions');
  return Response.json({ map: await readBase(runtime, await requireFutureState(runtime.database, map.id)) });
});
