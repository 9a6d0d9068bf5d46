import { requireMapAccess } from '@/lib/auth/mapAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { activityQuerySchema, readActivity } from '@/lib/maps/readActivity';
import { listHiddenIds } from '@/lib/workshop/shownMap';

/** Who changed what on the map, newest first. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const query = readQuery(request, activityQuerySchema);
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readActivity');
  const hidden = await listHiddenIds(runtime, map.id);
  return Response.json(await readActivity(runtime.database, map.id, query, { hidden }));
});
