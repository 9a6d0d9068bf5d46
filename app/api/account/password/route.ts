import { asUser } from '@/lib/auth/asUser';
import { changePassword, changePasswordSchema } from '@/lib/auth/passwords';
import { route } from '@/lib/http/route';

/** Changes the password; every other browser is signed out. */
export const POST = route(async (_request, { runtime, requireActor, json }) => {
  await changePassword(runtime, asUser(await requireActor()), await json(changePasswordSchema));
  return new Response(null, { status: 204 });
});
