import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { readParticipation } from '@/lib/signOffs/readParticipation';

/** Which departments have contributed, commented and signed. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readSignOffs');
  return Response.json(await readParticipation(runtime, map));
});
