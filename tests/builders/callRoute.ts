import type { Problem } from '@/lib/http/problem';

export const host = 'localhost:3000';
export const origin = `http://${host}`;

export type Call = {
  method?: string;
  path?: string;
  params?: Record<string, string | string[]>;
  cookie?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of a body of JSON. */
  file?: Uint8Array<ArrayBuffer> | undefined;
  headers?: Record<string, string | null>;
};

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** Calls a route handler as a browser on our own page does: Host, Origin and cookies in place; a header given as null is left out. */
export function callRoute(handler: Handler, call: Call = {}): Promise<Response> {
  const { method = 'GET', path = '/api/test', params = {}, cookie, body, file } = call;
  const headers = new Headers({ Host: host, 'Accept-Language': 'en' });
  if (method !== 'GET') headers.set('Origin', origin);
  if (cookie !== undefined) headers.set('Cookie', cookie);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (file !== undefined) headers.set('Content-Type', 'application/octet-stream');
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const sent = file ?? (body === undefined ? null : JSON.stringify(body));
  const request = new Request(`${origin}${path}`, { method, headers, body: sent });
  return handler(request, { params: Promise.resolve(params as never) });
}

/** The problem that a response tells. Throws when it is none. */
export async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') {
    throw new Error(`Expected a problem, got ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as Problem;
}
