import { baseAddress } from '@/lib/auth/baseAddress';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { listSharedViewLinks, newViewLinkSchema, openViewLink } from '@/lib/auth/viewLinks';
import { route } from '@/lib/http/route';

export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'listViewLinks');
  return Response.json({ viewLinks: await listSharedViewLinks(runtime, map.id, baseAddress(runtime, request.headers)) });
});

export const POST = route<{ mapId: string }>(async (request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'createViewLink');
  const input = await json(newViewLinkSchema);
  const link = await openViewLink(runtime, actor, map, input, baseAddress(runtime, request.headers));
  return Response.json(link, { status: 201 });
});
