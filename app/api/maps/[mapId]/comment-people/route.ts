import { requireMapAccess } from '@/lib/auth/mapAccess';
import { listCommentPeople } from '@/lib/comments/commentPeople';
import { route } from '@/lib/http/route';

/** Whom one may address in comments on the map. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { map, standing } = await requireMapAccess(actor, params.mapId, 'comment');
  return Response.json({ people: await listCommentPeople(runtime, actor, map, standing) });
});
