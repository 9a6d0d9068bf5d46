import type { NextApiRequest, NextApiResponse } from 'next';
import type { AuthOptions } from 'next-auth';
import NextAuth from 'next-auth/next';
import { AppError } from '@/lib/errors';
import { readText } from '@/lib/http/body';
import { parseCookies } from '@/lib/http/cookies';

// next-auth asks the environment which address it has. Ours depends on the request (below), so a fixed one must not win.
process.env.AUTH_TRUST_HOST = 'true';
delete process.env.NEXTAUTH_URL;

/** What next-auth wrote to the response that it was given. */
type Written = { status: number; headers: Headers; body: string | null };

function recorder(): { response: object; written: Written } {
  const written: Written = { status: 200, headers: new Headers(), body: null };
  const cookies: string[] = [];
  const response = {
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? [...cookies] : (written.headers.get(name) ?? undefined)),
    setHeader(name: string, value: string | string[]) {
      written.headers.delete(name);
      if (name.toLowerCase() === 'set-cookie') cookies.splice(0, cookies.length, ...[value].flat());
      for (const each of [value].flat()) written.headers.append(name, each);
      return response;
    },
    status(status: number) {
      written.status = status;
      return response;
    },
    json(value: unknown) {
      written.headers.set('Content-Type', 'application/json');
      written.body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === 'string' || value === undefined) written.body = value ?? null;
      else response.json(value);
    },
    end() {},
  };
  return { response, written };
}

/** The fields of a POST, as a form or as JSON. Throws `tooLarge`, `invalid`. */
export async function readForm(request: Request, limit: number): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {};
  const text = await readText(request, limit);
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!type.includes('application/json') || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch (cause) {
    throw new AppError('invalid', 'The request is not JSON.', { messageKey: 'notJson', cause });
  }
}

/** What next-auth is asked. `origin`: the address of this server that it is to believe in. */
export type NextAuthQuestion = { action: string[]; origin: string; form: Record<string, unknown>; options: AuthOptions };

/**
 * Asks next-auth through its form for Node's requests and responses: so the host and protocol that it believes are the ones that we found
 * (lib/http/origin.ts), and the same code runs in tests without a server.
 */
export async function askNextAuth(request: Request, { action, origin, form, options }: NextAuthQuestion): Promise<Response> {
  const url = new URL(request.url);
  const { host, protocol } = new URL(origin);
  const { response, written } = recorder();
  const nodeRequest = {
    method: request.method,
    query: { ...Object.fromEntries(url.searchParams), nextauth: action },
    body: form,
    cookies: parseCookies(request.headers.get('cookie')),
    headers: {
      ...Object.fromEntries(request.headers),
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.replace(':', ''),
    },
  };
  await NextAuth(nodeRequest as unknown as NextApiRequest, response as NextApiResponse, options);
  return new Response(written.body, { status: written.status, headers: written.headers });
}
