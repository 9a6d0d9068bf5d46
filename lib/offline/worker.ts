// The service worker: opens maps that were seen before when the server cannot be reached. It keeps nothing by itself; pages do (keepPage.ts).
import { judgeAnswer, judgeRequest } from './judge';
import { isMapPath } from './keptPage';
import { openOfflinePage } from './openOfflinePage';
import { servedFromDevice } from './servedFromDevice';
import { dropKeptPage, findKeptFile, findKeptPage, forgetKeptPages } from './shelf';
import { scope } from './workerScope';

/** A server that has not begun to answer after this long (milliseconds) counts as out of reach, where the map is kept. */
const patience = 8_000;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const kind = judgeRequest(event.request, scope.location.origin);
  if (kind === 'file') event.respondWith(answerFile(event.request));
  else if (kind === 'page') event.respondWith(answerPage(event.request));
});

async function answerFile(request: Request): Promise<Response> {
  return (await findKeptFile(new URL(request.url).pathname).catch(() => undefined)) ?? fetch(request);
}

/** The server's answer, or null when it is out of reach. It always comes first: nobody who is connected sees an old page. */
async function askServer(request: Request, within: number | null): Promise<Response | null> {
  const answer = fetch(request).catch(() => null);
  if (within === null) return answer;
  return Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), within))]);
}

async function answerPage(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const kept = isMapPath(path) ? await findKeptPage(path).catch(() => null) : null;
  const answer = await askServer(request, kept ? patience : null);
  const judged = answer ? judgeAnswer(path, answer) : 'away';
  if (judged === 'gone') await dropKeptPage(path).catch(() => undefined);
  if (judged === 'signedOut') await forgetKeptPages().catch(() => undefined);
  if (answer && !(judged === 'away' && kept)) return answer;
  return kept ? servedFromDevice(kept.response) : openOfflinePage(path);
}
