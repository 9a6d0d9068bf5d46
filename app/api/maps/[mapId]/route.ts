import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { removeMap } from '@/lib/maps/removeMap';

/** Puts the map into the bin. */
export const DELETE = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'delete');
  await removeMap(runtime, actor, map);
  return new Response(null, { status: 204 });
});
