import { asUser } from '@/lib/auth/asUser';
import { endSessionsOfUser } from '@/lib/auth/sessionEnd';
import { route } from '@/lib/http/route';

/** Ends every session of the account, this browser's too. */
export const POST = route(async (_request, { runtime, requireActor }) => {
  const sessions = await endSessionsOfUser(runtime, asUser(await requireActor()).userId);
  return Response.json({ sessions });
});
