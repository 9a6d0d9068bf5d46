import { type NextRequest, NextResponse } from 'next/server';
import { findEmbeddingSites } from '@/lib/auth/embeddingSites';
import { envSchema } from '@/lib/env';
import { type OriginSettings, requestOrigin } from '@/lib/http/origin';
import { contentSecurityPolicy, newNonce, pageHeaders } from '@/lib/http/securityHeaders';
import { runtime } from '@/lib/runtime';

// Checked when the server started; here it is only read.
const settingsSchema = envSchema.pick({ PUBLIC_URL: true, TRUST_PROXY: true });

function readSettings(): OriginSettings {
  const { PUBLIC_URL, TRUST_PROXY } = process.env;
  return settingsSchema.parse({ PUBLIC_URL: PUBLIC_URL?.trim() || undefined, TRUST_PROXY: TRUST_PROXY?.trim() || undefined });
}

const embedded = /^\/embed\/([^/]+)\/?$/;
const secretPages = /^\/(?:view|embed)\//;

/**
 * Gives every page its security headers. Next finds the nonce in the request's policy and puts it on the scripts and styles that it
 * writes; pages read it from `x-nonce`.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const origin = requestOrigin(request.headers, readSettings());
  const nonce = newNonce();
  const { pathname } = request.nextUrl;
  const token = embedded.exec(pathname)?.[1];
  const framedBy = token === undefined ? [] : await findEmbeddingSites(runtime(), token);
  const policy = contentSecurityPolicy({ nonce, origin, development: process.env.NODE_ENV === 'development', framedBy });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(pageHeaders({ origin, framedBy, secret: secretPages.test(pathname) })))
    response.headers.set(name, value);
  return response;
}

// Routes under /api and the service worker have headers of their own (lib/http/route.ts); a proxy would hold back bodies sent to routes.
export const config = { matcher: ['/((?!api/|_next/static|_next/image|offline-worker\\.js$).*)'] };
