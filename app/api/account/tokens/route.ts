import { makeAccessToken, newAccessTokenSchema } from '@/lib/auth/accessTokens';
import { asUser } from '@/lib/auth/asUser';
import { listAccessTokens } from '@/lib/data/accessTokens';
import { route } from '@/lib/http/route';

export const GET = route(async (_request, { runtime, requireActor }) => {
  const { userId } = asUser(await requireActor());
  return Response.json({ tokens: await listAccessTokens(runtime.database, userId) });
});

/** Makes a personal access token; the answer holds it, this once. */
export const POST = route(async (_request, { runtime, requireActor, json }) => {
  const actor = asUser(await requireActor());
  return Response.json(await makeAccessToken(runtime, actor, await json(newAccessTokenSchema)), { status: 201 });
});
