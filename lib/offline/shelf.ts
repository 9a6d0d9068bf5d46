import { choosePages, type KeptPage, readKeptPage, writeKeptPage } from './keptPage';

// Where browsers keep what it takes to open a map without network. Pages and the worker use it alike.

const prefix = 'wegmarke-';
const pagesName = `${prefix}pages`;
const filesPrefix = `${prefix}files-`;
const header = 'X-Kept-Page';

/** The name of the cache that holds the files of a build. */
const filesName = (build: string): string => `${filesPrefix}${build}`;

/** Whether this page may use a browser's caches at all: on plain http, and in some private windows, it may not. */
export function hasShelf(): boolean {
  return typeof caches !== 'undefined';
}

async function openPages(): Promise<Cache | null> {
  return hasShelf() && (await caches.has(pagesName)) ? caches.open(pagesName) : null;
}

/** Everything that lies here, what has run out among it. */
async function listAll(): Promise<KeptPage[]> {
  const pages = await openPages();
  const found: KeptPage[] = [];
  for (const request of (await pages?.keys()) ?? []) {
    const page = readKeptPage((await pages?.match(request))?.headers.get(header) ?? null);
    if (page) found.push(page);
  }
  return found;
}

/** What is kept, newest first; what has run out is left out. */
export async function listKeptPages(now = Date.now()): Promise<KeptPage[]> {
  return choosePages(await listAll(), now);
}

/** The kept page of a path, or null. */
export async function findKeptPage(path: string, now = Date.now()): Promise<{ page: KeptPage; response: Response } | null> {
  const response = await (await openPages())?.match(path, { ignoreVary: true });
  const page = readKeptPage(response?.headers.get(header) ?? null);
  return response && page && page.until > now ? { page, response } : null;
}

/** Keeps a page. Pages of anybody else go first: a browser keeps those of one person. */
export async function putKeptPage(page: KeptPage, html: string, headers: Headers): Promise<void> {
  await keepPagesOf(page.person);
  headers.set(header, writeKeptPage(page));
  const pages = await caches.open(pagesName);
  await pages.put(page.path, new Response(html, { headers }));
}

/** Throws one map's page away. */
export async function dropKeptPage(path: string): Promise<void> {
  await (await openPages())?.delete(path, { ignoreVary: true });
}

/** Throws all pages away; files of the product, which are nobody's, stay for the next one. */
export async function forgetKeptPages(): Promise<void> {
  if (hasShelf()) await caches.delete(pagesName);
}

/** Leaves the pages of this person only: of nobody, when nobody is signed in. */
export async function keepPagesOf(person: string | null): Promise<void> {
  // What has run out counts, too: a clock may be put back.
  if ((await listAll()).some((page) => page.person !== person)) await forgetKeptPages();
}

/** A proxy may answer in the server's place, such as with its own sign-in. What is kept is asked for never again: it must be the file. */
function isBuiltFile({ ok, redirected, headers }: Response): boolean {
  return ok && !redirected && !headers.get('Content-Type')?.startsWith('text/html');
}

/** Keeps those files of a build that are not kept yet, a few at a time. Rejects when one cannot be had. */
export async function keepFiles(build: string, files: readonly string[], signal: AbortSignal): Promise<void> {
  const cache = await caches.open(filesName(build));
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const waiting = files.filter((file) => !kept.has(file));
  const fetchNext = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const response = (await caches.match(file, { ignoreVary: true })) ?? (await fetch(file, { signal }));
      if (!isBuiltFile(response)) throw new Error(`The file ${file} was not given.`);
      await cache.put(file, response);
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext()]);
}

/** A built file that is kept, of whichever build. */
export function findKeptFile(path: string): Promise<Response | undefined> {
  return caches.match(path, { ignoreVary: true });
}

/** The paths of the files of a build that are kept. */
export async function listKeptFiles(build: string): Promise<string[]> {
  if (!(await caches.has(filesName(build)))) return [];
  return (await (await caches.open(filesName(build))).keys()).map(({ url }) => new URL(url).pathname);
}

/** Throws away what is too much or has run out, and the files of builds that no page is of any more. */
export async function tidyShelf(current: string): Promise<void> {
  const pages = await openPages();
  const staying = await listKeptPages();
  const paths = new Set(staying.map(({ path }) => path));
  for (const request of (await pages?.keys()) ?? []) {
    if (!paths.has(new URL(request.url).pathname)) await pages?.delete(request, { ignoreVary: true });
  }
  const builds = new Set([current, ...staying.map(({ build }) => build)].map(filesName));
  for (const name of await caches.keys()) if (name.startsWith(filesPrefix) && !builds.has(name)) await caches.delete(name);
}

/** Throws everything away. */
export async function clearShelf(): Promise<void> {
  if (!hasShelf()) return;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}
