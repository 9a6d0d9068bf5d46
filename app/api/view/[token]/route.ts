import { isUnchanged } from '@/lib/api/etag';
import { requireOpenedViewLink } from '@/lib/auth/viewLink';
import { route } from '@/lib/http/route';
import { viewProofHeader } from '@/lib/http/viewProofHeader';
import { readProjection } from '@/lib/maps/readProjection';

/** The map behind a view link, as it is shown there. Pages ask again and again: with its tag, which costs next to nothing. */
export const GET = route<{ token: string }>(async (request, { runtime, params, address }) => {
  const proof = request.headers.get(viewProofHeader);
  const link = await requireOpenedViewLink(runtime, params.token, { address, proof });
  const { body, etag } = await readProjection(runtime, link.mapId);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' };
  if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
});
