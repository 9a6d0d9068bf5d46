import { route } from '@/lib/http/route';
import { readBrowserProgram } from '@/lib/server/builtFiles';

export const dynamic = 'force-dynamic';

/**
 * The service worker that opens maps without network. Where OFFLINE_OPENING is off, what takes it away again: browsers that have it ask for
 * it anew with each page they open.
 */
export const GET = route(async (_request, { runtime }) => {
  const text = await readBrowserProgram(runtime.env.OFFLINE_OPENING ? 'offline-worker' : 'offline-farewell');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // A worker's policy is its own: it asks this server, and nothing else.
      'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
    },
  });
});
