import { canChange } from '@/lib/access/actor';
import { findActorOfToken, hasAccessToken } from '@/lib/auth/accessTokens';
import { asUser, type UserActor } from '@/lib/auth/asUser';
import { countAttempt } from '@/lib/auth/limits';
import { findUser } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import { parseInput, readBytes, readQuery } from '@/lib/http/body';
import type { RouteContext } from '@/lib/http/route';
import { type Locale, localeSchema } from '@/lib/i18n/locale';
import type { Runtime } from '@/lib/runtime';
import { allEndpoints } from './allEndpoints';
import type { Answer, Endpoint, FileBody, JsonBody } from './endpoint';
import { isUnchanged, toEtag } from './etag';
import { matchPath } from './matchPath';
import { readOnceKey } from './once';
import { countRequest } from './rateLimit';

type Context = Pick<RouteContext, 'runtime' | 'locale' | 'address' | 'findActor'>;

const prefix = '/api/v1/';

/** The parts of the path; one that is no UTF-8 once decoded stays as it came, and names nothing. */
function segmentsOf(request: Request): string[] {
  return new URL(request.url).pathname.slice(prefix.length).split('/').map(decodePart);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The path of the endpoint that a request asks for, with the names of its parameters: for logs and counters. */
export function endpointPath(request: Request): string {
  const match = matchPath(allEndpoints, segmentsOf(request));
  return match ? `/api/v1${match.path}` : '/api/v1/:unknown';
}

/** Answers a request to the API: finds the endpoint, asks who it is, counts, parses, and calls it. Throws AppError. */
export async function callEndpoint(request: Request, context: Context): Promise<Response> {
  const match = matchPath(allEndpoints, segmentsOf(request));
  if (!match) throw new AppError('notFound', 'No such address.');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const endpoint = match.endpoints.find((candidate) => candidate.method === method);
  if (!endpoint) {
    const Allow = match.endpoints.map((candidate) => candidate.method).join(', ');
    throw new AppError('methodNotAllowed', `No ${request.method} here.`, { headers: { Allow } });
  }
  const { runtime } = context;
  const actor = endpoint.access === 'none' ? null : await requireCaller(request, context);
  if (endpoint.access === 'write' && actor && !canChange(actor)) {
    throw new AppError('forbidden', 'The token only reads.', { messageKey: 'tokenReadsOnly' });
  }
  const locale = await localeFor(request, actor, context);
  const limits = actor ? await countRequest(runtime, actor.userId, endpoint.cost ?? 1) : {};
  try {
    return toResponse(endpoint, request, await run(endpoint, match.params, { runtime, request, actor, locale }), limits);
  } catch (error) {
    // A refusal counts, and tells what is left, too.
    if (error instanceof AppError) Object.assign(error.headers, limits);
    throw error;
  }
}

type Asked = { runtime: Runtime; request: Request; actor: UserActor | null; locale: Locale };

async function run(endpoint: Endpoint, params: Record<string, string>, asked: Asked): Promise<Answer> {
  const { request, runtime } = asked;
  const bytes = await bodyOf(endpoint, request, runtime);
  const call = {
    ...asked,
    params: endpoint.params && parseParams(endpoint.params, params),
    query: readQuery(request, endpoint.query),
    body: toBody(endpoint, request, bytes),
    once: endpoint.idempotent ? readOnceKey(request, bytes, runtime.secret) : null,
  };
  return endpoint.handle(call as never);
}

function toBody({ body }: Endpoint, request: Request, bytes: Uint8Array): unknown {
  if (body?.kind === 'json') return parseJson(body, bytes);
  return body?.kind === 'stream' ? request.body : bytes;
}

/** The language that the request asks for; programs often ask for none, and are answered in that of their person. */
async function localeFor({ headers }: Request, actor: UserActor | null, { runtime, locale }: Context): Promise<Locale> {
  if (!actor || headers.has('accept-language')) return locale;
  const { data } = localeSchema.safeParse((await findUser(runtime.database, actor.userId))?.locale);
  return data ?? locale;
}

async function requireCaller(request: Request, { runtime, address, findActor }: Context): Promise<UserActor> {
  const challenge = { headers: { 'WWW-Authenticate': 'Bearer realm="Wegmarke"' } };
  if (hasAccessToken(request.headers)) {
    const actor = await findActorOfToken(runtime, request.headers);
    if (actor) return asUser(actor);
    await countAttempt(runtime, [{ limit: 'token.wrong', who: address }]);
    throw new AppError('unauthenticated', 'The token is not valid.', { messageKey: 'tokenWrong', ...challenge });
  }
  const actor = await findActor();
  if (!actor) throw new AppError('unauthenticated', 'No token.', { messageKey: 'tokenNeeded', ...challenge });
  return asUser(actor);
}

/** An id that could never exist is answered like one that does not. */
function parseParams(schema: NonNullable<Endpoint['params']>, params: Record<string, string>): unknown {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new AppError('notFound', 'No id that could exist.');
  return parsed.data;
}

async function bodyOf({ body }: Endpoint, request: Request, { env }: Runtime): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const bytes = body.kind === 'stream' ? new Uint8Array() : await readBytes(request, limitOf(body, env));
  const expected = body.kind === 'json' ? ['application/json'] : body.mediaTypes;
  const given = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isOptional = body.kind === 'json' && body.required === false && bytes.length === 0;
  if (!isOptional && !expected.includes(given)) {
    const values = { expected: expected.join(', ') };
    throw new AppError('unsupportedMedia', 'Another media type.', { messageKey: 'mediaExpected', values });
  }
  return bytes;
}

const limitOf = (body: JsonBody | FileBody, env: Runtime['env']): number =>
  body.kind === 'json' ? env.MAX_REQUEST_MB : body.limit(env);

function parseJson(body: JsonBody, bytes: Uint8Array): unknown {
  if (bytes.length === 0 && body.required === false) return parseInput(body.schema, {});
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('invalid', 'The request is not JSON.', { messageKey: 'notJson', cause });
  }
  return parseInput(body.schema, value);
}

function toResponse(endpoint: Endpoint, request: Request, answer: Answer, headers: Record<string, string>): Response {
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  }
  if (answer.status === 204) return new Response(null, { status: 204, headers });
  const body = JSON.stringify(answer.body);
  const all = { ...headers, 'Content-Type': 'application/json; charset=utf-8', ...answer.headers };
  if (!endpoint.conditional || endpoint.method !== 'GET')
    return new Response(body, { status: answer.status ?? 200, headers: all });
  const etag = toEtag(body);
  // Kept by whoever asked, and asked about again each time.
  const cached = { ...all, ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers: cached });
  return new Response(body, { headers: cached });
}
