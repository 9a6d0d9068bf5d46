import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { readContributions } from '@/lib/maps/readContributions';
import { listHiddenIds } from '@/lib/workshop/shownMap';

/** Which departments wrote on which cards of the map. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readActivity');
  const hidden = await listHiddenIds(runtime, map.id);
  return Response.json({ departments: await readContributions(runtime.database, map.id, hidden) });
});
