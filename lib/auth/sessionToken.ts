import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { parseCookies } from '@/lib/http/cookies';
import { type HeaderReader, isSecure, type OriginSettings } from '@/lib/http/origin';
import { idSchema } from '@/lib/map/id';

/**
 * How long (seconds) a browser keeps the session cookie: the most that browsers allow. How long a session really lasts stands in its
 * database row, which every request and upgrade asks, and which slides; so the cookie need not be renewed.
 */
export const sessionCookieSeconds = 400 * 24 * 60 * 60;

const plainName = 'next-auth.session-token';
const secureName = `__Secure-${plainName}`;

/** The session cookie's name on a plain or an encrypted connection. */
export function sessionCookieName(secure: boolean): string {
  return secure ? secureName : plainName;
}

/** Whether a request carries a session cookie of either kind: then its writes need our own Origin. */
export function hasSessionCookie(headers: HeaderReader): boolean {
  const cookies = parseCookies(headers.get('cookie'));
  return plainName in cookies || secureName in cookies;
}

const payloadSchema = z.object({ sid: idSchema });

/** The encrypted token that names a session: what the cookie holds, and what a program may send as `Authorization: Bearer`. */
export function toSessionToken(sessionId: string, secret: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret, maxAge: sessionCookieSeconds });
}

/** The session id in a token, or null when the token is foreign, damaged or too old. */
export async function readSessionToken(token: string, secret: string): Promise<string | null> {
  try {
    return payloadSchema.safeParse(await decode({ token, secret })).data?.sid ?? null;
  } catch {
    return null;
  }
}

/**
 * The id of the session that a request names, by cookie or by bearer token, or null. Whether that session still stands is
 * for the database to say. Only the cookie of the connection's own kind counts: over https never the one that plain http could set.
 */
export async function readSessionId(headers: HeaderReader, settings: OriginSettings, secret: string): Promise<string | null> {
  const cookie = parseCookies(headers.get('cookie'))[sessionCookieName(isSecure(headers, settings))];
  const token = cookie ?? /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return token ? readSessionToken(token, secret) : null;
}
