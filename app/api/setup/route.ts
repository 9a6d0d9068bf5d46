import { setUp, setupSchema } from '@/lib/auth/setup';
import { route } from '@/lib/http/route';
import { translatorOf } from '@/lib/i18n/translator';

/** The first account. The browser signs in afterwards, with what it sent. */
export const POST = route(async (_request, { runtime, json, address, locale }) => {
  const input = await json(setupSchema);
  const defaultWorkspaceName = translatorOf(locale, 'mail')('workspaceOf', { name: input.name });
  return Response.json(await setUp(runtime, input, { address, locale, defaultWorkspaceName }), { status: 201 });
});
