import type { IncomingMessage } from 'node:http';
import { hasSessionCookie } from '@/lib/auth/sessionToken';
import { toHeaderReader } from '@/lib/http/incoming';
import { isOwnOrigin, type OriginSettings } from '@/lib/http/origin';

/**
 * Whether an upgrade request comes from a page of our own. Browsers always name an Origin; what names none is a program, and must
 * show a bearer token instead of a cookie that it may have been handed.
 */
export function isAllowedOrigin(request: IncomingMessage, settings: OriginSettings): boolean {
  const headers = toHeaderReader(request.headers);
  const origin = headers.get('origin');
  if (origin !== null) return isOwnOrigin(origin, headers, settings);
  return /^Bearer \S+$/i.test(headers.get('authorization') ?? '') && !hasSessionCookie(headers);
}
