import { requireMapAccess } from '@/lib/auth/mapAccess';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';
import { describeSignOff } from '@/lib/signOffs/readSignOffs';
import { decisionSchema } from '@/lib/signOffs/signOffRequests';
import { decideSignOff } from '@/lib/signOffs/tendSignOff';

/** Signs, objects, or takes that back, for whoever is asked. */
export const POST = route<{ mapId: string; signOffId: string }>(async (request, context) => {
  const { runtime, params, json } = context;
  const acting = await writingOf(request, context);
  const { map } = await requireMapAccess(acting.actor, params.mapId, 'readSignOffs');
  const row = await decideSignOff(runtime, acting, map, params.signOffId, await json(decisionSchema));
  return Response.json(await describeSignOff(runtime, map, row));
});
