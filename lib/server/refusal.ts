import type { IncomingMessage } from 'node:http';

/** Status and headers of an answer that Next is not asked for. */
export type Refusal = { status: number; headers: Record<string, string> };

/**
 * Why a request is refused before Next sees it, or null. A path that cannot be decoded would be answered with 500. And pages are read: of
 * what is sent to one, Next would keep up to 10 MB, and look for server actions, of which there are none.
 */
export function refusalOf({ method = 'GET', url = '/' }: Pick<IncomingMessage, 'method' | 'url'>): Refusal | null {
  const [path = ''] = url.split('?', 1);
  if (!isDecodable(path)) return { status: 400, headers: {} };
  if (method === 'GET' || method === 'HEAD' || path === '/api' || path.startsWith('/api/')) return null;
  return { status: 405, headers: { Allow: 'GET, HEAD' } };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
