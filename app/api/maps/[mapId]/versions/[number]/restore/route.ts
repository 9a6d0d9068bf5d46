import { restorePartsSchema } from '@/lib/api/schemas/comparison';
import { route } from '@/lib/http/route';
import { describeVersion } from '@/lib/versions/listVersions';
import { versionNumberInPath } from '@/lib/versions/numberInPath';
import { requireVersion } from '@/lib/versions/readVersion';
import { requireRestoring } from '@/lib/versions/requireRestoring';
import { restoreVersion } from '@/lib/versions/restoreVersion';

/** Brings a version back into the live map, whole or in parts. Answers the version that was kept right before. */
export const POST = route<{ mapId: string; number: string }>(async (request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const map = await requireRestoring(runtime.database, actor, params.mapId);
  const version = await requireVersion(runtime.database, map.id, versionNumberInPath(params.number));
  // A page of an earlier release sends nothing, and means the whole.
  const { parts = null } = request.headers.has('content-type') ? await json(restorePartsSchema) : {};
  const { before, changes } = await restoreVersion(runtime, actor, map, version, parts);
  return Response.json({ before: await describeVersion(runtime.database, before), changes });
});
