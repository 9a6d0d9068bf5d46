import { endAccessToken } from '@/lib/auth/accessTokens';
import { asUser } from '@/lib/auth/asUser';
import { route } from '@/lib/http/route';

/** Revokes the token: programs that use it are out at once. */
export const DELETE = route<{ tokenId: string }>(async (_request, { runtime, params, requireActor }) => {
  await endAccessToken(runtime, asUser(await requireActor()), params.tokenId);
  return new Response(null, { status: 204 });
});
