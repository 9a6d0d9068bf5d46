import { resetPassword, resetSchema } from '@/lib/auth/passwords';
import { route } from '@/lib/http/route';

/** Sets a new password by a link. The browser signs in afterwards; the answer says with which address. */
export const POST = route(async (_request, { runtime, json, address }) =>
  Response.json(await resetPassword(runtime, await json(resetSchema), address)),
);
