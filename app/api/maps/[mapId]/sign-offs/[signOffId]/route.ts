import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { describeSignOff, requireSignOff } from '@/lib/signOffs/readSignOffs';

/** One sign-off, with how far the map has gone on since its version. */
export const GET = route<{ mapId: string; signOffId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readSignOffs');
  const row = await requireSignOff(runtime.database, map.id, params.signOffId);
  return Response.json(await describeSignOff(runtime, map, row));
});
