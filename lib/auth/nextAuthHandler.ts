import { AppError } from '@/lib/errors';
import { requestOrigin } from '@/lib/http/origin';
import type { Runtime } from '@/lib/runtime';
import { nextAuthOptions } from './nextAuthOptions';
import { askNextAuth, readForm } from './nextAuthRequest';
import { handleCompanySignIn, isCompanySignIn } from './oidc/handler';

/** Answers a request to /api/auth/* by next-auth. */
export async function handleNextAuth(running: Runtime, request: Request, action: string[]): Promise<Response> {
  // The library's client reports its own errors here; nothing that a browser says is worth a line in the log.
  if (action[0] === '_log') return Response.json({});
  if (isCompanySignIn(running, request, action)) return handleCompanySignIn(running, request, action);
  const origin = requestOrigin(request.headers, running.env);
  if (origin === null) throw new AppError('invalid', 'The request names no host.');
  const form = await readForm(request, running.env.MAX_REQUEST_MB);
  return askNextAuth(request, { action, origin, form, options: nextAuthOptions(running, request.headers) });
}
