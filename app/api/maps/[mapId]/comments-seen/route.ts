import { seenSchema, seeThreads } from '@/lib/comments/tendThreads';
import { route } from '@/lib/http/route';

/** Notes what somebody has read. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  await seeThreads(runtime, await requireActor(), params.mapId, await json(seenSchema));
  return new Response(null, { status: 204 });
});
