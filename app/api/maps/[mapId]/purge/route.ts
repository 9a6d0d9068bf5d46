import { requireDeletedMapAccess } from '@/lib/auth/mapAccess';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { removeMapForGood } from '@/lib/maps/purgeMap';

/** Removes the map, which lies in the bin, for good. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireDeletedMapAccess(actor, params.mapId, 'purge');
  if (!(await removeMapForGood(runtime, actor, map))) {
    throw new AppError('conflict', 'The map is not in the bin.', { messageKey: 'notInBin' });
  }
  return new Response(null, { status: 204 });
});
