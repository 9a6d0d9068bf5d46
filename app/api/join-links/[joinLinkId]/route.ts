import { closeJoinLink, requireMapIdOfJoinLink } from '@/lib/auth/joinLinks';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';

/** Closes the link and sends its guests away. */
export const DELETE = route<{ joinLinkId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const mapId = await requireMapIdOfJoinLink(runtime, params.joinLinkId);
  const { map } = await requireMapAccess(actor, mapId, 'revokeJoinLink');
  await closeJoinLink(runtime, actor, map, params.joinLinkId);
  return new Response(null, { status: 204 });
});
