import { accept, acceptSchema } from '@/lib/auth/invitations';
import { route } from '@/lib/http/route';

/** Makes the account, or lets an existing one in. The browser signs in afterwards; the answer says with which address. */
export const POST = route(async (_request, { runtime, json, address, locale, findActor }) => {
  const actor = await findActor();
  const input = await json(acceptSchema);
  return Response.json(await accept(runtime, input, { address, locale, actor: actor?.kind === 'user' ? actor : null }));
});
