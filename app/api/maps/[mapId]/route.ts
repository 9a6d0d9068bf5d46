import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { changeMap, mapChangeSchema } from '@/lib/maps/changeMap';
import { removeMap } from '@/lib/maps/removeMap';

type Params = { mapId: string };

/** Gives the map another title, or says that it shows the other state. */
export const PATCH = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'write');
  return Response.json(await changeMap(runtime, actor, map, await json(mapChangeSchema)));
});

/** Puts the map into the bin. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'delete');
  await removeMap(runtime, actor, map);
  return new Response(null, { status: 204 });
});
