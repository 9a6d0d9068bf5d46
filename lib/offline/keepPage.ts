import { z } from 'zod';
import { keptHeaders, listPageFiles, readPageFacts } from './pageText';
import { dropKeptPage, findKeptPage, keepFiles, listKeptPages, putKeptPage, tidyShelf } from './shelf';

const filesSchema = z.object({ build: z.string().min(1), files: z.array(z.string().startsWith('/_next/static/')) });

/** What is to be kept: the map's page as the server makes it for whoever is signed in now. */
export type PageToKeep = {
  path: string;
  title: string;
  /** So many hours it stays without being opened. */
  hours: number;
  /** Ends it when the page is left or access is lost. */
  signal: AbortSignal;
};

/** Two pages that keep at once would tidy away what the other one has just fetched. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('wegmarke-shelf', work) : work();
}

/**
 * Fetches a map's page once more, and the files of its build, and keeps both. Rejects when that cannot be done now, such as in the middle
 * of an upgrade or without room; what was kept before stays then.
 */
export function keepPage({ path, title, hours, signal }: PageToKeep): Promise<void> {
  return alone(async () => {
    const response = await fetch(path, { headers: { Accept: 'text/html' }, redirect: 'manual', cache: 'no-store', signal });
    if (!response.ok) throw new Error('The page was not given.');
    const html = await response.text();
    const { person, locale, theme } = readPageFacts(html);
    if (person === null) throw new Error('The page is nobody’s.');
    const listed = await fetch('/api/build/files', { cache: 'no-store', signal });
    const { build, files } = filesSchema.parse(await listed.json());
    const known = new Set(files);
    if (!listPageFiles(html).every((file) => known.has(file))) throw new Error('Page and files are of different builds.');
    const headers = keptHeaders(response.headers);
    const now = Date.now();
    await withRoom({ path, build }, async () => {
      await keepFiles(build, files, signal);
      // Whoever lost access meanwhile finds nothing put back.
      signal.throwIfAborted();
      await putKeptPage(
        { path, title, person, locale, theme, build, keptAt: now, until: now + hours * 3_600_000 },
        html,
        headers,
      );
    });
    await tidyShelf(build);
  });
}

/** Tries once more without the map that was opened longest ago, and the files that only it needs, when the browser has no room left. */
async function withRoom({ path, build }: { path: string; build: string }, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const oldest = (await listKeptPages()).filter((page) => page.path !== path).at(-1);
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError' || !oldest) throw error;
    await dropKeptPage(oldest.path);
    await tidyShelf(build);
    await work();
  }
}

/** Whether the page of a path is kept. */
export async function isKept(path: string): Promise<boolean> {
  return (await findKeptPage(path)) !== null;
}
