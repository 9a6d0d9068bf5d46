import { requireMapAccess } from '@/lib/auth/mapAccess';
import { findFutureState, listLeftChanges } from '@/lib/data/futureStates';
import { route } from '@/lib/http/route';
import { describeOrigin, listFutures } from '@/lib/versions/future/describeFuture';

/** What the map was derived from (null: from nothing), which changes of the current state are not taken over, and the future states that were derived from it. */
export const GET = route<{ mapId: string }>(async (_request, { runtime: { database }, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'readVersions');
  const row = await findFutureState(database, map.id);
  return Response.json({
    origin: row && (await describeOrigin(database, actor, row, map.workspaceId)),
    left: row ? await listLeftChanges(database, map.id) : [],
    futures: await listFutures(database, actor, map.id),
  });
});
