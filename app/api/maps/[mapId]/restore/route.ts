import { requireDeletedMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { bringMapBack } from '@/lib/maps/removeMap';

/** Takes the map out of the bin. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireDeletedMapAccess(actor, params.mapId, 'delete');
  await bringMapBack(runtime, actor, map);
  return new Response(null, { status: 204 });
});
