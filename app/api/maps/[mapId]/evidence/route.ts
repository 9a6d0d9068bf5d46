import { toMapEvidenceBody } from '@/lib/api/endpoints/mapEvidenceBodies';
import { isUnchanged } from '@/lib/api/etag';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { route } from '@/lib/http/route';
import { readMapEvidence } from '@/lib/sources/links/readMapEvidence';

/** What customers said about the map. Asked again after every event, so what is unchanged is not even written out. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const row = await requireMapEvidence(await requireActor(), params.mapId, 'workspace.readFigures', runtime.database);
  const evidence = await readMapEvidence(runtime, row);
  const headers = { ETag: `"${evidence.key}"`, 'Cache-Control': 'private, no-cache' };
  if (isUnchanged(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return Response.json(toMapEvidenceBody(evidence), { headers });
});
