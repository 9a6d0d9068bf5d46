import { z } from 'zod';
import { pageQuery, readCursor, toPage } from '@/lib/api/page';
import { asUser } from '@/lib/auth/asUser';
import { listInbox, seeInbox } from '@/lib/comments/readInbox';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';

const querySchema = z.object(pageQuery);

/** What was said to the person: where they are addressed, and what followed. */
export const GET = route(async (request, { runtime, requireActor }) => {
  const { limit, cursor } = readQuery(request, querySchema);
  const rows = await listInbox(runtime, asUser(await requireActor()), { after: readCursor(cursor), limit: limit + 1 });
  return Response.json(
    toPage(
      rows,
      limit,
      ({ createdAt, commentId }) => ({ at: new Date(createdAt), id: commentId }),
      (item) => item,
    ),
  );
});

/** Notes that the person has read all of it. */
export const POST = route(async (_request, { runtime, requireActor }) => {
  await seeInbox(runtime, asUser(await requireActor()));
  return new Response(null, { status: 204 });
});
