import { suggestionsQuery } from '@/lib/api/endpoints/mapEvidence';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { readSuggestions } from '@/lib/sources/links/readSuggestions';

/** Which answers of a source may be about which steps of the map. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const row = await requireMapEvidence(await requireActor(), params.mapId, 'workspace.readFigures', runtime.database);
  return Response.json({ items: await readSuggestions(runtime, row, readQuery(request, suggestionsQuery).source) });
});
