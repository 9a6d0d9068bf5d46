import { requireMapAccess } from '@/lib/auth/mapAccess';
import { writingOf } from '@/lib/comments/writing';
import { pageSignOffs } from '@/lib/data/signOffs';
import { route } from '@/lib/http/route';
import { putUpSignOff } from '@/lib/signOffs/putUpSignOff';
import { describeSignOff, describeSignOffs } from '@/lib/signOffs/readSignOffs';
import { newSignOffSchema } from '@/lib/signOffs/signOffRequests';

/** So many are shown on the page, the newest. */
const limit = 50;

/** The sign-offs of the map, newest first. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readSignOffs');
  const rows = await pageSignOffs(runtime.database, { mapId: map.id }, { after: null, limit });
  return Response.json({ items: await describeSignOffs(runtime.database, map, rows) });
});

/** Puts a version up for sign-off, or the map as it is now. */
export const POST = route<{ mapId: string }>(async (request, context) => {
  const { runtime, params, json } = context;
  const acting = await writingOf(request, context);
  const { map } = await requireMapAccess(acting.actor, params.mapId, 'putUpSignOff');
  const row = await putUpSignOff(runtime, acting, map, await json(newSignOffSchema));
  return Response.json(await describeSignOff(runtime, map, row), { status: 201 });
});
