import { route } from '@/lib/http/route';
import { versionNumberInPath } from '@/lib/versions/numberInPath';
import { requireRestoring } from '@/lib/versions/requireRestoring';
import { undoVersionRestore } from '@/lib/versions/restoreVersion';

/** Undoes the restore before which the version of this number was kept. */
export const POST = route<{ mapId: string; number: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const map = await requireRestoring(runtime.database, actor, params.mapId);
  return Response.json(await undoVersionRestore(runtime, actor, map, versionNumberInPath(params.number)));
});
