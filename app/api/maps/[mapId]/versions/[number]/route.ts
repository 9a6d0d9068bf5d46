import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { deleteVersion } from '@/lib/versions/deleteVersion';
import { describeVersion } from '@/lib/versions/listVersions';
import { versionNumberInPath } from '@/lib/versions/numberInPath';
import { readVersionMap, requireVersion } from '@/lib/versions/readVersion';
import { readVersionEvidenceOnMap } from '@/lib/versions/versionEvidenceOnMap';

/** A version with what was on the map, and what customers had said as far as whoever asks may know it: by steps, as the map draws it. */
export const GET = route<{ mapId: string; number: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map, standing } = await requireMapAccess(await requireActor(), params.mapId, 'readVersions');
  const version = await requireVersion(runtime.database, map.id, versionNumberInPath(params.number));
  const shown = await readVersionMap(runtime, version);
  const evidence = await readVersionEvidenceOnMap(runtime, map, standing, version, shown);
  const described = await describeVersion(runtime.database, version);
  return Response.json({ version: described, map: shown, evidence: evidence && [...evidence] });
});

/** Deletes a version for good. */
export const DELETE = route<{ mapId: string; number: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'deleteVersion');
  const version = await requireVersion(runtime.database, map.id, versionNumberInPath(params.number));
  await deleteVersion(runtime, actor, map, version);
  return new Response(null, { status: 204 });
});
