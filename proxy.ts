import { type NextRequest, NextResponse } from 'next/server';
import { envSchema } from '@/lib/env';
import { type OriginSettings, requestOrigin } from '@/lib/http/origin';
import { contentSecurityPolicy, newNonce, pageHeaders } from '@/lib/http/securityHeaders';

// Checked when the server started; here it is only read.
const settingsSchema = envSchema.pick({ PUBLIC_URL: true, TRUST_PROXY: true });

function readSettings(): OriginSettings {
  const { PUBLIC_URL, TRUST_PROXY } = process.env;
  return settingsSchema.parse({ PUBLIC_URL: PUBLIC_URL?.trim() || undefined, TRUST_PROXY: TRUST_PROXY?.trim() || undefined });
}

/**
 * Gives every page its security headers. Next finds the nonce in the request's policy and puts it on the scripts and styles that it
 * writes; pages read it from `x-nonce`.
 */
export function proxy(request: NextRequest): NextResponse {
  const origin = requestOrigin(request.headers, readSettings());
  const nonce = newNonce();
  const policy = contentSecurityPolicy({ nonce, origin, development: process.env.NODE_ENV === 'development' });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(pageHeaders({ origin }))) response.headers.set(name, value);
  return response;
}

// Routes under /api set their own headers (lib/http/route.ts), and a proxy would hold back the bodies that are sent to them.
export const config = { matcher: ['/((?!api/|_next/static|_next/image).*)'] };
