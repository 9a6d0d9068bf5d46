import type { IncomingMessage } from 'node:http';

/** Status and headers of an answer that Next is not asked for. */
export type Refusal = { status: number; headers: Record<string, string> };

/**
 * Why a request is refused before Next sees it, or null. A path that cannot be decoded would be answered with 500. And pages are read: of
 * what is sent to one, Next would keep up to 10 MB, and look for server actions, of which there are none.
 */
export function refusalOf(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Refusal | null {
  const { method = 'GET', url = '/', headers } = request;
  const [path = ''] = url.split('?', 1);
  if (!isDecodable(path)) return { status: 400, headers: {} };
  if (method === 'GET' || method === 'HEAD' || path === '/api' || path.startsWith('/api/')) return null;
  // A form that was sent before its page came alive: the browser is led back to the page instead of to an empty one.
  const isForm =
    method === 'POST' && /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(headers['content-type'] ?? '');
  if (isForm && /^\/(?![/\\])/.test(url)) return { status: 303, headers: { Location: url } };
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
