// `npm run bench -- versions`: a map of 60 steps × 12 lanes with 3,600 cards and 100 versions, between which people went on: what each of them
// takes to store, how long keeping, listing and reading take, and how long until Chromium, which opens the live map at the same time, shows one in its place.
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { Installation } from '../builders/installation';
import { largeMap } from '../builders/map';
import { TestServer } from '../e2e/support/server';
import { viewport } from './open/measureOpening';
import { writeMap } from './open/writeMap';
import { median, options, report } from './report';

const versions = options.quick ? 10 : 100;
const shownTimes = options.quick ? 3 : 9;
/** Cards that are written anew between two versions. */
const changed = 30;

type Listed = { items: { number: number; size: number }[] };

const server = await new TestServer().start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});

/** What a request answers, and how long (ms) that takes. */
async function ask<T>(
  context: BrowserContext,
  method: string,
  path: string,
  data?: object,
): Promise<{ ms: number; body: T; bytes: number }> {
  const start = performance.now();
  const headers = { Origin: server.url };
  const response = await context.request.fetch(`${server.url}${path}`, { method, headers, ...(data ? { data } : {}) });
  const body = await response.body();
  const ms = performance.now() - start;
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${body.toString().slice(0, 300)}`);
  return { ms, body: JSON.parse(body.toString()) as T, bytes: body.length };
}

/** Notes when the frame is painted that shows a version. Runs in the page before its own scripts. */
function watchVersion(): void {
  const look = (): void => {
    if (document.querySelector('section[aria-label^="You are looking at"]') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { versionShownAt: performance.now() })));
  };
  addEventListener('DOMContentLoaded', look);
}

/** From asking for a version, beside the live map that is open, until the frame that shows it is painted (ms). */
async function show(page: Page, mapId: string, number: number): Promise<number> {
  await page.goto(`${server.url}/maps/${mapId}?version=${number}`);
  const took = await page.waitForFunction(
    (path) => {
      const shownAt: unknown = Reflect.get(globalThis, 'versionShownAt');
      const asked = performance.getEntriesByType('resource').find(({ name }) => name.endsWith(path));
      return typeof shownAt === 'number' && asked ? { ms: shownAt - asked.startTime } : null;
    },
    `/versions/${number}`,
    { timeout: 60_000 },
  );
  return (await took.jsonValue())?.ms ?? Number.NaN;
}

/** Notes when two states are asked to be compared in a map that is open, and when the frame is painted that shows both. */
function watchComparison(): void {
  const look = (): void => {
    if (document.querySelector('.map-compared') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { comparedAt: performance.now() })));
  };
  addEventListener('DOMContentLoaded', () => {
    addEventListener(
      'click',
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('section[aria-label^="You are looking at"]') === null) return;
        Object.assign(globalThis, { compareAskedAt: performance.now() });
        look();
      },
      { capture: true },
    );
  });
}

/** From pressing “Compare with now” over a version that is shown until both states are painted as one map (ms). */
async function compare(page: Page, mapId: string, number: number): Promise<number> {
  await show(page, mapId, number);
  await page.getByRole('button', { name: 'Compare with now' }).click();
  const took = await page.waitForFunction(
    () => {
      const [asked, shown]: unknown[] = [Reflect.get(globalThis, 'compareAskedAt'), Reflect.get(globalThis, 'comparedAt')];
      return typeof asked === 'number' && typeof shown === 'number' ? shown - asked : null;
    },
    undefined,
    { timeout: 60_000 },
  );
  return (await took.jsonValue()) ?? Number.NaN;
}

try {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const installation = await Installation.setUp(server, context);
  const mapId = await installation.createMap(context, { type: 'blank' });
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const map = largeMap();
  await writeMap(Number(new URL(server.url).port), cookie, mapId, map);

  const kept: number[] = [];
  for (let version = 0; version < versions; version++) {
    const operations = Array.from({ length: changed }, (_, index) => ({
      ...{ op: 'setCardText', id: map.cards[(version * changed + index) % map.cards.length]?.id },
      text: `Version ${version}: somebody has found other words for it, ${index}`,
    }));
    await ask(context, 'POST', `/api/v1/maps/${mapId}/operations`, { operations });
    kept.push((await ask(context, 'POST', `/api/maps/${mapId}/versions`, { name: `Stand ${version + 1}` })).ms);
  }
  const lists = [];
  for (let time = 0; time < 9; time++) lists.push(await ask<Listed>(context, 'GET', `/api/maps/${mapId}/versions?limit=200`));
  const sizes = lists[0]?.body.items.map(({ size }) => size) ?? [];
  const reads = [];
  for (let time = 0; time < 9; time++)
    reads.push(await ask(context, 'GET', `/api/maps/${mapId}/versions/${1 + (time % versions)}`));

  const page = await context.newPage();
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(watchVersion);
  const shows: number[] = [];
  for (let time = 0; time <= shownTimes; time++) {
    const took = await show(page, mapId, versions - time);
    // The first one warms the page.
    if (time > 0) shows.push(took);
  }
  await page.addInitScript(watchComparison);
  const compares: number[] = [];
  for (let time = 0; time <= shownTimes; time++) {
    const took = await compare(page, mapId, versions - time);
    if (time > 0) compares.push(took);
  }
  const restores: number[] = [];
  for (let time = 0; time < shownTimes; time++) {
    const path = `/api/maps/${mapId}/versions/${1 + time}/restore`;
    restores.push((await ask(context, 'POST', path)).ms);
  }
  const note = `${versions} versions of 3,600 cards, ${changed} of them changed between two`;
  report('versions', [
    {
      name: 'stored for a version',
      unit: 'KB',
      better: 'lower',
      ours: median(sizes) / 1000,
      peers: { 'the same as plain JSON': median(reads.map(({ bytes }) => bytes)) / 1000 },
      note,
    },
    {
      name: 'keep a version',
      unit: 'ms',
      better: 'lower',
      ours: median(kept),
      peers: {},
      note: 'encoded in a thread of its own',
    },
    {
      name: 'list all versions',
      unit: 'ms',
      better: 'lower',
      ours: median(lists.map(({ ms }) => ms)),
      peers: {},
      note: 'without their content',
    },
    { name: 'read a version', unit: 'ms', better: 'lower', ours: median(reads.map(({ ms }) => ms)), peers: {} },
    {
      name: 'show a version in Chromium',
      unit: 'ms',
      better: 'lower',
      ours: median(shows),
      peers: {},
      goal: '< 1000',
      note: 'from asking for it until it is painted',
    },
    {
      name: 'compare a version with the live map in Chromium',
      unit: 'ms',
      better: 'lower',
      ours: median(compares),
      peers: {},
      goal: '< 1000',
      note: 'from asking for it until both are painted as one map, with what differs; the live map is open',
    },
    {
      name: 'restore a version',
      unit: 'ms',
      better: 'lower',
      ours: median(restores),
      peers: {},
      note: 'until it is on disk, with the version that is kept before',
    },
  ]);
} finally {
  await browser.close();
  await server.dispose();
}
