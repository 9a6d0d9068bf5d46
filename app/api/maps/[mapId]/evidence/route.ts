import { evidenceQuery, readAgainst } from '@/lib/api/endpoints/mapEvidence';
import { toMapEvidenceBody } from '@/lib/api/endpoints/mapEvidenceBodies';
import { isUnchanged } from '@/lib/api/etag';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { readMapEvidence } from '@/lib/sources/links/readMapEvidence';

/** What customers said about the map. Asked again after every event, so what is unchanged is not even written out. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const row = await requireMapEvidence(actor, params.mapId, 'workspace.readFigures', runtime.database);
  const against = await readAgainst(runtime, actor, row, readQuery(request, evidenceQuery).against);
  const evidence = await readMapEvidence(runtime, row);
  const key = against ? `${evidence.key}-${against.version.number}` : evidence.key;
  const headers = { ETag: `"${key}"`, 'Cache-Control': 'private, no-cache' };
  if (isUnchanged(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return Response.json(toMapEvidenceBody(evidence, against), { headers });
});
