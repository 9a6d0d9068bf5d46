import { z } from 'zod';
import { toSetupCookie } from '@/lib/auth/oidc/setupCookie';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import { requireFirstOwnerSetting, setupSchema } from '@/lib/auth/setup';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

const bodySchema = z.object({ code: setupSchema.shape.code });

/** Keeps the set-up code in this browser on its way to the company's sign-in and back, which then makes the first account. */
export const POST = route(async (request, { runtime, json, address }) => {
  const { env, secret } = runtime;
  if (signInWays(env).company === null) throw new AppError('notFound', 'No provider is configured.');
  const { code } = await json(bodySchema);
  await requireFirstOwnerSetting(runtime, { code, address });
  const cookie = await toSetupCookie(code, { headers: request.headers, settings: env, secret });
  return Response.json({}, { headers: { 'Set-Cookie': cookie } });
});
