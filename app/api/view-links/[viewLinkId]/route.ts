import { closeViewLink, requireMapOfViewLink } from '@/lib/auth/viewLinks';
import { route } from '@/lib/http/route';

/** Closes the link: it shows nothing any more. */
export const DELETE = route<{ viewLinkId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const map = await requireMapOfViewLink(runtime, actor, params.viewLinkId);
  await closeViewLink(runtime, actor, map, params.viewLinkId);
  return new Response(null, { status: 204 });
});
