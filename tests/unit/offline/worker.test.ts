import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptPage } from '@/lib/offline/keptPage';
import * as shelf from '@/lib/offline/shelf';
import { MemoryCaches } from './memoryCaches';

const origin = 'https://maps.example.org';
type Answering = { request: Request; respondWith(answer: Promise<Response>): void };
let onFetch: (event: Answering) => void = () => undefined;
/** How the server answers: with a page, or not at all. */
let server: () => Promise<Response>;

/** Asks as a browser does that opens a page (or, with another mode, loads something); null when the worker leaves it to the browser. */
function ask(path: string, mode: RequestMode = 'navigate'): Promise<Response> | null {
  const request = new Request(new URL(path, origin));
  Object.defineProperty(request, 'mode', { value: mode });
  let answer: Promise<Response> | null = null;
  onFetch({
    request,
    respondWith: (given) => {
      answer = given;
    },
  });
  return answer;
}

const page: KeptPage = {
  path: '/maps/a',
  title: 'Calling',
  person: 'user:olga',
  locale: 'de',
  theme: 'dark',
  build: 'b1',
  keptAt: 1,
  until: Number.MAX_SAFE_INTEGER,
};
const away = () => Promise.reject(new TypeError('Failed to fetch'));
const own = { 'Content-Security-Policy': "script-src 'self' 'nonce-abc'" };
const is =
  (status: number, headers: HeadersInit = own) =>
  async () =>
    new Response('from the server', { status, headers });

beforeEach(async () => {
  vi.stubGlobal('caches', new MemoryCaches());
  vi.stubGlobal('location', new URL(origin));
  vi.stubGlobal('addEventListener', (type: string, listener: typeof onFetch) => {
    if (type === 'fetch') onFetch = listener;
  });
  vi.stubGlobal('fetch', () => server());
  vi.resetModules();
  await import('@/lib/offline/worker');
  await shelf.putKeptPage(page, 'from the device', new Headers({ 'Content-Type': 'text/html' }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('whoever is connected sees what the server says', async () => {
  server = is(200);
  expect(await (await ask('/maps/a'))?.text()).toBe('from the server');
});

test('a kept map opens from the device when the server is away, or a proxy says so', async () => {
  for (const answer of [away, is(502), is(503), is(504), is(404, {})]) {
    server = answer;
    const shown = await ask('/maps/a');
    expect(await shown?.text()).toBe('from the device');
    expect(shown?.headers.get('Server-Timing')).toBe('kept');
  }
});

test('… and when the server does not begin to answer for long', async () => {
  vi.useFakeTimers();
  server = () => new Promise(() => undefined);
  const shown = ask('/maps/a');
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await (await shown)?.text()).toBe('from the device');
});

test('anything else says that the server is away, in the person’s language, and names the maps', async () => {
  server = away;
  for (const path of ['/', '/maps/b']) {
    const shown = await ask(path);
    const html = (await shown?.text()) ?? '';
    expect(shown?.status).toBe(503);
    expect(html).toContain('<html lang="de" data-theme="dark">');
    expect(html).toContain('<a href="/maps/a"><b>Calling</b>');
    const nonce = /style nonce="([^"]+)"/.exec(html)?.[1];
    expect(shown?.headers.get('Content-Security-Policy')).toContain(`script-src 'nonce-${nonce}'`);
  }
});

test('what a starting server says of itself is shown where nothing is kept', async () => {
  server = is(503);
  expect(await (await ask('/maps/b'))?.text()).toBe('from the server');
});

test('a map that the server does not give is dropped', async () => {
  server = is(404);
  expect((await ask('/maps/a'))?.status).toBe(404);
  expect(await shelf.findKeptPage('/maps/a')).toBeNull();
});

test('whoever is led to the sign-in leaves nothing', async () => {
  await shelf.putKeptPage({ ...page, path: '/maps/b' }, 'from the device', new Headers());
  server = async () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
  await ask('/maps/a');
  expect(await shelf.listKeptPages()).toEqual([]);
});

test('built files come from the device at once; data and the API are left alone', async () => {
  await (await caches.open('wegmarke-files-b1')).put('/_next/static/chunks/a.js', new Response('kept'));
  server = is(200);
  expect(await (await ask('/_next/static/chunks/a.js', 'cors'))?.text()).toBe('kept');
  expect(await (await ask('/_next/static/chunks/new.js', 'cors'))?.text()).toBe('from the server');
  expect(ask('/maps/a?_rsc=abc', 'cors')).toBeNull();
  expect(ask('/api/maps', 'cors')).toBeNull();
});
