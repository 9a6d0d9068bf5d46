import { readThread } from '@/lib/comments/readThreads';
import { removeComment } from '@/lib/comments/tendThreads';
import { editComment, newCommentSchema } from '@/lib/comments/writeComments';
import { writingOf } from '@/lib/comments/writing';
import { route } from '@/lib/http/route';

type Params = { mapId: string; threadId: string; commentId: string };

/** Says it differently. */
export const PATCH = route<Params>(async (request, context) => {
  const { runtime, params, json } = context;
  const writing = await writingOf(request, context);
  const threadId = await editComment(runtime, writing, params, (await json(newCommentSchema)).text);
  return Response.json(await readThread(runtime, writing.actor, params.mapId, threadId));
});

/** Deletes it, and the conversation with its last comment. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor }) => {
  await removeComment(runtime, await requireActor(), params);
  return new Response(null, { status: 204 });
});
