import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { hasSessionCookie } from '@/lib/auth/sessionToken';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { type Runtime, runtime } from '@/lib/runtime';
import { readJson } from './body';
import { clientAddress } from './forwarded';
import { localeOfHeaders } from './locale';
import { isOwnOrigin } from './origin';
import { problemResponse, statusOf } from './problem';
import { requestIdOf } from './requestId';

type Params = Record<string, string | string[]>;

/** What every route handler gets beside the request. */
export type RouteContext<P extends Params = Params> = {
  params: P;
  runtime: Runtime;
  /** The language of sentences in the answer. */
  locale: Locale;
  /** The client's address, for counting attempts only. */
  address: string;
  /** Who is asking, or null; judged against the database once a request. */
  findActor(): Promise<Actor | null>;
  /** Who is asking. Throws `unauthenticated`. */
  requireActor(): Promise<Actor>;
  /** The JSON body in the schema's form, up to MAX_REQUEST_MB (or `limit` bytes). Throws `invalid`, `tooLarge`. */
  json<Schema extends z.ZodType>(schema: Schema, limit?: number): Promise<z.output<Schema>>;
};

export type RouteHandler<P extends Params> = (request: Request, context: RouteContext<P>) => Promise<Response> | Response;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write that carries a session cookie must name our own origin; any other write must not name a foreign one. */
function requireOwnOrigin(request: Request, { env }: Runtime): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get('origin');
  const allowed = origin === null ? !hasSessionCookie(request.headers) : isOwnOrigin(origin, request.headers, env);
  if (!allowed) throw new AppError('forbidden', 'The request comes from another site.', { messageKey: 'foreignOrigin' });
}

/** What a part of the path names: an id or a token holds no control character, and a database does not even take U+0000. */
function requireNames(params: Params): void {
  if (
    Object.values(params)
      .flat()
      .some((value) => /\p{Cc}/u.test(value))
  ) {
    throw new AppError('notFound', 'The path holds a control character.');
  }
}

/** The path with ids and tokens replaced by their names: a log must not hold a join link's secret. */
function pathWithoutValues(url: string, params: Params): string {
  const names = new Map(Object.entries(params).flatMap(([name, value]) => [value].flat().map((part) => [part, name] as const)));
  return new URL(url).pathname
    .split('/')
    .map((part) => {
      const name = names.get(decodePart(part)) ?? names.get(part);
      return name === undefined ? part : `:${name}`;
    })
    .join('/');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function withDefaultHeaders(response: Response): Response {
  const defaults = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox",
  };
  for (const [name, value] of Object.entries(defaults)) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

type RouteOptions<P extends Params> = {
  /** The path as it is logged; by default with the names of its parameters in place of their values. */
  logPath?: (request: Request, params: P) => string;
};

/**
 * Wraps every handler of app/api: the Origin check of writes, one mapping of errors to problem documents, `no-store`, and one log line
 * without personal data. Handlers throw AppError; anything else is logged whole and answered generically.
 */
export function route<P extends Params = Record<never, never>>(
  handler: RouteHandler<P>,
  { logPath = ({ url }, params) => pathWithoutValues(url, params) }: RouteOptions<P> = {},
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, next) => {
    const running = runtime();
    const started = performance.now();
    const locale = localeOfHeaders(request.headers);
    const requestId = requestIdOf(request.headers);
    // Next hands no params at all to routes without any, whatever its types say.
    const params = (await next.params) ?? ({} as P);
    let actor: Promise<Actor | null> | undefined;
    const findActor = (): Promise<Actor | null> => {
      actor = actor ?? findActorOfHeaders(running, request.headers);
      return actor;
    };
    let response: Response;
    let failure: unknown;
    try {
      requireOwnOrigin(request, running);
      requireNames(params);
      response = await handler(request, {
        params,
        runtime: running,
        locale,
        address: clientAddress(request.headers),
        findActor,
        requireActor: async () => {
          const found = await findActor();
          if (!found) throw new AppError('unauthenticated', 'Nobody is signed in.');
          return found;
        },
        json: (schema, limit = running.env.MAX_REQUEST_MB) => readJson(request, schema, limit),
      });
    } catch (error) {
      failure = error;
      response = problemResponse(error, locale, requestId);
    }
    const line = {
      ...(requestId === null ? {} : { requestId }),
      method: request.method,
      path: logPath(request, params),
      status: response.status,
      ms: Math.round(performance.now() - started),
    };
    if (failure !== undefined && statusOf(failure) === 500) running.log.error({ ...line, err: failure }, 'request failed');
    else if (failure instanceof AppError)
      running.log.info({ ...line, code: failure.code, reason: failure.message }, 'request refused');
    else running.log.debug(line, 'request');
    return withDefaultHeaders(response);
  };
}
