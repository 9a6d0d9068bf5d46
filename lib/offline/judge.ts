import { isMapPath } from './keptPage';

/** What the worker does about a request: answers it from the built files, or as a page, or leaves it to the browser. */
export type RequestKind = 'file' | 'page' | 'other';

type Asked = Pick<Request, 'method' | 'mode' | 'url'>;

// A frame on another page would not show our page without network, which nobody may frame.
const notPages = ['/api/', '/_next/', '/sync/', '/embed/', '/offline-worker.js'];

/** Only built files (their names carry their content) and whole pages concern the worker: no API, no data of pages, nothing that writes. */
export function judgeRequest({ method, mode, url }: Asked, origin: string): RequestKind {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'other';
  if (pathname.startsWith('/_next/static/')) return 'file';
  return mode === 'navigate' && !notPages.some((start) => pathname.startsWith(start)) ? 'page' : 'other';
}

/** What the server's answer to a page's request means for what is kept. */
export type AnswerJudgement =
  /** Shown as it is. */
  | 'good'
  /** The server itself did not answer: a proxy did, or it is starting. */
  | 'away'
  /** No such map for this person: its page goes. */
  | 'gone'
  /** Nobody is signed in any more: all pages go. */
  | 'signedOut';

const awayStatuses = new Set([502, 503, 504]);

/** Whether the server made a page itself, and no proxy in its place: each of its pages has a policy with a nonce. */
const isOwnPage = (headers: Headers): boolean => headers.get('Content-Security-Policy')?.includes("'nonce-") ?? false;

/**
 * Judges the answer to a page. Only a map's page tells who may see what: it leads elsewhere when nobody is signed in. A proxy whose server is
 * down may say 404 as well; that says nothing of the map.
 */
export function judgeAnswer(
  path: string,
  { status, type, headers }: Pick<Response, 'status' | 'type' | 'headers'>,
): AnswerJudgement {
  if (awayStatuses.has(status)) return 'away';
  if (!isMapPath(path)) return 'good';
  if (type === 'opaqueredirect' || status === 401) return 'signedOut';
  if (status >= 400 && !isOwnPage(headers)) return 'away';
  return status === 403 || status === 404 ? 'gone' : 'good';
}
