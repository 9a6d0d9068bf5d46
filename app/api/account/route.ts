import { deleteAccount, deleteAccountSchema } from '@/lib/account/deleteAccount';
import { accountSchema, changeAccount } from '@/lib/auth/account';
import { asUser } from '@/lib/auth/asUser';
import { route } from '@/lib/http/route';

/** Name, language and colour scheme. */
export const PATCH = route(async (_request, { runtime, requireActor, json }) => {
  const actor = asUser(await requireActor());
  return Response.json(await changeAccount(runtime, actor, await json(accountSchema)));
});

/** Deletes the account. */
export const DELETE = route(async (_request, { runtime, requireActor, json }) => {
  const actor = asUser(await requireActor());
  await deleteAccount(runtime, actor, await json(deleteAccountSchema));
  return new Response(null, { status: 204 });
});
