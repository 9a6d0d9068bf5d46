import { route } from '@/lib/http/route';
import { describeVersion } from '@/lib/versions/listVersions';
import { versionNumberInPath } from '@/lib/versions/numberInPath';
import { requireVersion } from '@/lib/versions/readVersion';
import { requireRestoring } from '@/lib/versions/requireRestoring';
import { restoreVersion } from '@/lib/versions/restoreVersion';

/** Brings the whole version back into the live map. Answers the version that was kept right before. */
export const POST = route<{ mapId: string; number: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const map = await requireRestoring(runtime.database, actor, params.mapId);
  const version = await requireVersion(runtime.database, map.id, versionNumberInPath(params.number));
  const { before, changes } = await restoreVersion(runtime, actor, map, version);
  return Response.json({ before: await describeVersion(runtime.database, before), changes });
});
