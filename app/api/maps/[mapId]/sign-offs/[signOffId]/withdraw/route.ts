import { requireMapAccess } from '@/lib/auth/mapAccess';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';
import { describeSignOff } from '@/lib/signOffs/readSignOffs';
import { withdrawalSchema } from '@/lib/signOffs/signOffRequests';
import { takeSignOffBack } from '@/lib/signOffs/tendSignOff';

/** Withdraws a version from sign-off. */
export const POST = route<{ mapId: string; signOffId: string }>(async (request, context) => {
  const { runtime, params, json } = context;
  const acting = await writingOf(request, context);
  const { map } = await requireMapAccess(acting.actor, params.mapId, 'putUpSignOff');
  const { reason } = await json(withdrawalSchema);
  const row = await takeSignOffBack(runtime, acting, map, params.signOffId, reason);
  return Response.json(await describeSignOff(runtime, map, row));
});
