import { quotesQuery } from '@/lib/api/endpoints/mapEvidence';
import { toQuoteBody } from '@/lib/api/endpoints/mapEvidenceBodies';
import { readQuoteCursor, toQuoteCursor } from '@/lib/api/endpoints/quoteCursor';
import { requireMapEvidence } from '@/lib/auth/evidenceAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { readTarget } from '@/lib/sources/links/evidenceTarget';
import { listQuotes } from '@/lib/sources/links/listQuotes';

/** What customers wrote about a step, card, transition or moment, page by page. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const row = await requireMapEvidence(await requireActor(), params.mapId, 'workspace.readAnswers', runtime.database);
  const { target, cursor, limit } = readQuery(request, quotesQuery);
  const asked = { target: readTarget(target), after: readQuoteCursor(cursor), limit };
  const { quotes, next } = await listQuotes(runtime, row, asked);
  return Response.json({ items: quotes.map(toQuoteBody), nextCursor: next && toQuoteCursor(next) });
});
