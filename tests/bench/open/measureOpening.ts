import type { Browser, CDPSession, Cookie, Page } from '@playwright/test';
import { type WatchedPage, watchPage } from './watchPage';

/** A page that shows the map. */
export type Candidate = { url: string; cookies: Cookie[]; watched: WatchedPage };

export const viewport = { width: 1440, height: 900 };

/** So long without a long task, and the page counts as interactive since the last one's end. Milliseconds. */
const quietTime = 500;

/** Times in milliseconds since the navigation started; sizes in KB of 1,000 bytes. */
export type Opening = {
  firstCard: number;
  /** The first moment after the first card from which on no long task ran for half a second: an input is answered at once. */
  interactive: number;
  longTasks: number;
  longTaskTotal: number;
  /** From pressing on a card until the frame that shows it selected. */
  click: number;
  /** JavaScript as it came over the line, headers included. */
  script: number;
  /** Everything that came over HTTP. */
  http: number;
  /** Contents of WebSocket messages. */
  socket: number;
  /** JavaScript heap after a collection, MB. */
  heap: number;
  elements: number;
};

/** Opens a page in a fresh browser context, as somebody who has never been there, and measures it. */
export async function measureOpening(browser: Browser, candidate: Candidate): Promise<Opening> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  try {
    await context.addCookies(candidate.cookies);
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    const cdp = await context.newCDPSession(page);
    const traffic = await watchTraffic(cdp);
    // The program that runs this file marks functions by a helper that pages do not have.
    await page.addInitScript('globalThis.__name ??= (value) => value');
    await page.addInitScript(watchPage, candidate.watched);
    await page.goto(candidate.url, { waitUntil: 'commit' });
    const times = await waitUntilQuiet(page).catch((error) => {
      throw new Error(`${candidate.url} did not open. ${failures.join('; ')}`, { cause: error });
    });
    const click = await clickCard(page, candidate.watched.cards);
    await cdp.send('HeapProfiler.enable');
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    if (failures.length > 0) throw new Error(`The page failed: ${failures.join('; ')}`);
    return { ...times, click, ...traffic(), heap: usedSize / 1e6, elements };
  } finally {
    await context.close();
  }
}

async function waitUntilQuiet(page: Page): Promise<Pick<Opening, 'firstCard' | 'interactive' | 'longTasks' | 'longTaskTotal'>> {
  const handle = await page.waitForFunction(
    (quiet) => {
      const { firstCard, busyUntil, longTasks, longTaskTotal } = globalThis.wegmarkeTimes;
      if (!firstCard) return null;
      const interactive = Math.max(firstCard, busyUntil);
      // Entries of long tasks come a little after their end.
      return performance.now() > interactive + quiet + 100 ? { firstCard, interactive, longTasks, longTaskTotal } : null;
    },
    quietTime,
    { timeout: 20_000, polling: 50 },
  );
  const times = await handle.jsonValue();
  if (!times) throw new Error('The page told no times.');
  return times;
}

/** Clicks on a card in the middle of the screen, where nothing lies over it. */
async function clickCard(page: Page, cards: string): Promise<number> {
  const point = await page.evaluate((selector) => {
    const middle = { x: innerWidth * 0.4, y: innerHeight * 0.5 };
    const distance = (box: DOMRect) => Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
    const boxes = [...document.querySelectorAll(selector)].map((card) => card.getBoundingClientRect());
    const box = boxes.sort((a, b) => distance(a) - distance(b))[0];
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, cards);
  if (!point) throw new Error('There is no card to click on.');
  await page.mouse.move(point.x, point.y);
  await page.mouse.down();
  await page.mouse.up();
  const handle = await page.waitForFunction(
    () => {
      const { clickedAt, selectedAt } = globalThis.wegmarkeTimes;
      return clickedAt !== null && selectedAt !== null ? { took: selectedAt - clickedAt } : null;
    },
    undefined,
    { timeout: 15_000 },
  );
  return (await handle.jsonValue())?.took ?? Number.NaN;
}

async function watchTraffic(cdp: CDPSession): Promise<() => Pick<Opening, 'script' | 'http' | 'socket'>> {
  const scripts = new Set<string>();
  let [script, http, socket] = [0, 0, 0];
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || /javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    http += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  cdp.on('Network.webSocketFrameReceived', ({ response }) => {
    socket += response.opcode === 2 ? response.payloadData.length * 0.75 : response.payloadData.length;
  });
  await cdp.send('Network.enable');
  return () => ({ script: script / 1000, http: http / 1000, socket: socket / 1000 });
}
