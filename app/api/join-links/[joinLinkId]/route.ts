import { closeJoinLink, requireMapOfJoinLink } from '@/lib/auth/joinLinks';
import { route } from '@/lib/http/route';

/** Closes the link and sends its guests away. */
export const DELETE = route<{ joinLinkId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const map = await requireMapOfJoinLink(runtime, actor, params.joinLinkId);
  await closeJoinLink(runtime, actor, map, params.joinLinkId);
  return new Response(null, { status: 204 });
});
