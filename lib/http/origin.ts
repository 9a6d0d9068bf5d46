import type { Env } from '@/lib/env';

/** The one method that Next's, the platform's and our own header objects share. */
export type HeaderReader = { get(name: string): string | null };

export type OriginSettings = Pick<Env, 'PUBLIC_URL' | 'TRUST_PROXY'>;

function lastEntry(value: string | null): string | null {
  const entry = value?.split(',').at(-1)?.trim();
  return entry ? entry : null;
}

/**
 * The origin (`https://maps.example.org`) under which the browser reached this server, or null when the request names no host.
 * Forwarded headers count only behind a trusted proxy; PUBLIC_URL decides the protocol for its own host, because a proxy
 * may pass the host on and stay silent about https.
 */
export function requestOrigin(headers: HeaderReader, settings: OriginSettings): string | null {
  const host = (settings.TRUST_PROXY ? lastEntry(headers.get('x-forwarded-host')) : null) ?? headers.get('host');
  if (!host) return null;
  const known = settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL);
  if (known?.host === host.toLowerCase()) return known.origin;
  const protocol = settings.TRUST_PROXY && lastEntry(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  return URL.canParse(`${protocol}://${host}`) ? new URL(`${protocol}://${host}`).origin : null;
}

/** Whether the browser's connection to this server is encrypted, so that cookies are to be `Secure`. */
export function isSecure(headers: HeaderReader, settings: OriginSettings): boolean {
  return requestOrigin(headers, settings)?.startsWith('https:') ?? false;
}

/** Whether an `Origin` header names this server itself: the address of this very request, or PUBLIC_URL. */
export function isOwnOrigin(origin: string, headers: HeaderReader, settings: OriginSettings): boolean {
  if (origin === 'null' || !URL.canParse(origin)) return false;
  const given = new URL(origin).origin;
  if (settings.PUBLIC_URL !== undefined && new URL(settings.PUBLIC_URL).origin === given) return true;
  return requestOrigin(headers, settings) === given;
}
