import { readThread } from '@/lib/comments/readThreads';
import { resolveThread, threadChangeSchema } from '@/lib/comments/tendThreads';
import { newCommentSchema, replyToThread } from '@/lib/comments/writeComments';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';

type Params = { mapId: string; threadId: string };

/** One conversation. */
export const GET = route<Params>(async (_request, { runtime, params, requireActor }) =>
  Response.json(await readThread(runtime, await requireActor(), params.mapId, params.threadId)),
);

/** Says something in it. */
export const POST = route<Params>(async (request, context) => {
  const { runtime, params, json } = context;
  const writing = await writingOf(request, context);
  await replyToThread(runtime, writing, params, (await json(newCommentSchema)).text);
  return Response.json(await readThread(runtime, writing.actor, params.mapId, params.threadId), { status: 201 });
});

/** Resolves it, or opens it again. */
export const PATCH = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  await resolveThread(runtime, actor, params, (await json(threadChangeSchema)).resolved);
  return Response.json(await readThread(runtime, actor, params.mapId, params.threadId));
});
