import { requireMapAccess } from '@/lib/auth/mapAccess';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';
import { describeSignOff } from '@/lib/signOffs/readSignOffs';
import { otherSignerSchema } from '@/lib/signOffs/signOffRequests';
import { askAnother } from '@/lib/signOffs/tendSignOff';

/** Asks somebody else in place of one who has not decided. */
export const PATCH = route<{ mapId: string; signOffId: string; signatureId: string }>(async (request, context) => {
  const { runtime, params, json } = context;
  const acting = await writingOf(request, context);
  const { map } = await requireMapAccess(acting.actor, params.mapId, 'putUpSignOff');
  const { userId } = await json(otherSignerSchema);
  const asked = { id: params.signOffId, signatureId: params.signatureId, userId };
  return Response.json(await describeSignOff(runtime, map, await askAnother(runtime, acting, map, asked)));
});
