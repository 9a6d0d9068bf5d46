import { listThreads, readThread } from '@/lib/comments/readThreads';
import { newThreadSchema, startThread } from '@/lib/comments/writeComments';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';

type Params = { mapId: string };

/** Every conversation on the map. */
export const GET = route<Params>(async (_request, { runtime, params, requireActor }) =>
  Response.json({ threads: await listThreads(runtime, await requireActor(), params.mapId) }),
);

/** Begins a conversation. */
export const POST = route<Params>(async (request, context) => {
  const { runtime, params, json } = context;
  const writing = await writingOf(request, context);
  const threadId = await startThread(runtime, writing, params.mapId, await json(newThreadSchema));
  return Response.json(await readThread(runtime, writing.actor, params.mapId, threadId), { status: 201 });
});
