import { AppError } from '@/lib/errors';
import { parseCookies } from '@/lib/http/cookies';
import { clientAddress } from '@/lib/http/forwarded';
import { localeOfHeaders } from '@/lib/http/locale';
import { isSecure, requestOrigin } from '@/lib/http/origin';
import type { Runtime } from '@/lib/runtime';
import { deviceOf } from '../device';
import { countAttempt, forgiveAttempt } from '../limits';
import { type CompanySignIn, nextAuthOptions } from '../nextAuthOptions';
import { askNextAuth, readForm } from '../nextAuthRequest';
import { endSession } from '../sessionEnd';
import { readSessionId } from '../sessionToken';
import { type ProviderDocument, requireProvider } from './discovery';
import { companyProvider, toOAuthProvider } from './provider';
import { type IdentityReason, toIdentityReason } from './reasons';
import { readSetupCookie } from './setupCookie';
import { signInByIdentity } from './signIn';

type Way = { origin: string; form: Record<string, unknown> };

/** Whether a request begins a sign-in at the company's provider, or comes back from there. */
export function isCompanySignIn({ env }: Pick<Runtime, 'env'>, { method }: Request, [kind, provider]: string[]): boolean {
  if (env.OIDC_ISSUER === undefined || provider !== companyProvider) return false;
  return (kind === 'signin' && method === 'POST') || kind === 'callback';
}

/** Where the person wanted to go: what the form says, or what next-auth kept of it in a cookie. A path of this site. */
function nextPath(running: Runtime, request: Request, { origin, form }: Way): string {
  const name = `${isSecure(request.headers, running.env) ? '__Secure-' : ''}next-auth.callback-url`;
  const wish = form.callbackUrl ?? parseCookies(request.headers.get('cookie'))[name];
  if (typeof wish !== 'string' || !URL.canParse(wish, origin)) return '/';
  const url = new URL(wish, origin);
  return url.origin === origin ? url.pathname + url.search : '/';
}

/** Leads on to an address: the page's script follows what it is told, the browser that comes back from the provider is redirected. */
function leadTo(request: Request, address: string): Response {
  if (request.method === 'POST') return Response.json({ url: address });
  return new Response(null, { status: 302, headers: { Location: address } });
}

function refuse(running: Runtime, request: Request, way: Way, reason: IdentityReason): Response {
  const query = new URLSearchParams({ error: reason, next: nextPath(running, request, way) });
  return leadTo(request, `${way.origin}/sign-in?${query}`);
}

function companyOf(running: Runtime, request: Request, document: ProviderDocument): CompanySignIn {
  const { headers } = request;
  const { env, secret } = running;
  return {
    provider: toOAuthProvider(running, document),
    async enter(claims) {
      const previousSessionId = await readSessionId(headers, env, secret);
      const { userId, sessionId } = await signInByIdentity(
        running,
        { issuer: document.issuer, claims },
        {
          address: clientAddress(headers),
          device: deviceOf(headers),
          locale: localeOfHeaders(headers),
          previousSessionId,
          setupCode: await readSetupCookie(headers, env, secret),
        },
      );
      if (previousSessionId !== null) await endSession(running, previousSessionId, null);
      return { id: userId, sessionId };
    },
  };
}

/** next-auth has pages of its own for what goes wrong; people are to see ours, with a sentence. */
function withoutErrorPage(running: Runtime, request: Request, way: Way, response: Response): Response {
  const location = response.headers.get('Location');
  if (location === null || !URL.canParse(location, way.origin)) return response;
  const url = new URL(location, way.origin);
  if (url.origin !== way.origin || !url.pathname.startsWith('/api/auth/')) return response;
  const reason = toIdentityReason(url.searchParams.get('error')) ?? 'identityFailed';
  const answer = refuse(running, request, way, reason);
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('Set-Cookie', cookie);
  return answer;
}

async function begin(running: Runtime, request: Request, action: string[], way: Way): Promise<Response> {
  const given = request.headers.get('origin');
  // The provider sends people back to PUBLIC_URL, where cookies of another address would be missing: so they begin there.
  if (given !== null && new URL(given).origin !== way.origin) {
    return leadTo(request, `${way.origin}/sign-in?${new URLSearchParams({ next: nextPath(running, request, way) })}`);
  }
  const company = companyOf(running, request, await requireProvider(running, running.env.OIDC_ISSUER ?? ''));
  return askNextAuth(request, { action, ...way, options: nextAuthOptions(running, request.headers, company) });
}

async function comeBack(running: Runtime, request: Request, action: string[], way: Way): Promise<Response> {
  const problem = new URL(request.url).searchParams.get('error');
  if (request.method !== 'GET' || problem !== null) {
    running.log.info({ reason: problem?.replace(/[^\w.-]/g, '').slice(0, 60) }, 'the provider refused a sign-in');
    const cancelled = problem === 'access_denied' || problem === 'login_required' || problem === 'interaction_required';
    return refuse(running, request, way, cancelled ? 'identityCancelled' : 'identityFailed');
  }
  const attempts = [{ limit: 'signIn.identity', who: clientAddress(request.headers) } as const];
  await countAttempt(running, attempts);
  const company = companyOf(running, request, await requireProvider(running, running.env.OIDC_ISSUER ?? ''));
  const options = nextAuthOptions(running, request.headers, company);
  const response = withoutErrorPage(running, request, way, await askNextAuth(request, { action, ...way, options }));
  if (!response.headers.get('Location')?.includes('/sign-in?error=')) await forgiveAttempt(running, attempts);
  return response;
}

/**
 * The way to the company's provider and back. The redirect URI begins with PUBLIC_URL, else with the address that this browser uses. Whatever goes
 * wrong ends on the sign-in page, with a reason.
 */
export async function handleCompanySignIn(running: Runtime, request: Request, action: string[]): Promise<Response> {
  const { env } = running;
  const origin = env.PUBLIC_URL === undefined ? requestOrigin(request.headers, env) : new URL(env.PUBLIC_URL).origin;
  if (origin === null) throw new AppError('invalid', 'The request names no host.');
  const way = { origin, form: await readForm(request, env.MAX_REQUEST_MB) };
  try {
    return await (action[0] === 'signin' ? begin : comeBack)(running, request, action, way);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(running, request, way, toIdentityReason(error.messageKey) ?? 'identityFailed');
  }
}
