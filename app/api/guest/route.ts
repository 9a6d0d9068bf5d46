import { leaveAsGuest } from '@/lib/account/forgetGuest';
import { route } from '@/lib/http/route';

/** The guest leaves, and their name is forgotten. */
export const DELETE = route(async (_request, { runtime, requireActor }) => {
  await leaveAsGuest(runtime, await requireActor());
  return new Response(null, { status: 204 });
});
