import { baseAddress } from '@/lib/auth/baseAddress';
import { listSharedJoinLinks, newJoinLinkSchema, openJoinLink } from '@/lib/auth/joinLinks';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';

export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'listJoinLinks');
  return Response.json({ joinLinks: await listSharedJoinLinks(runtime, map.id, baseAddress(runtime, request.headers)) });
});

export const POST = route<{ mapId: string }>(async (request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'createJoinLink');
  const input = await json(newJoinLinkSchema);
  const link = await openJoinLink(runtime, actor, map, input, baseAddress(runtime, request.headers));
  return Response.json(link, { status: 201 });
});
