import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepPage } from '@/lib/offline/keepPage';
import type { KeptPage } from '@/lib/offline/keptPage';
import * as shelf from '@/lib/offline/shelf';
import { MemoryCaches } from './memoryCaches';

const files = ['/_next/static/chunks/a.js', '/_next/static/chunks/lazy.js', '/_next/static/media/inter.woff2'];
const htmlOf = (person: string): string =>
  `<!DOCTYPE html><html lang="de"><body data-person="${person}"><script src="/_next/static/chunks/a.js"></script>`;

/** What the server answers: the page of whoever is signed in, and the files of its build. */
const server = {
  ...{ build: 'b1', person: 'user:olga', files, pageStatus: 200, asked: [] as string[] },
  fileOf: (path: string): Response => new Response(`content of ${path}`),
};
const { fileOf } = server;

let memory: MemoryCaches;
const signal = new AbortController().signal;
const keep = (path = '/maps/a', end: AbortSignal = signal) => keepPage({ path, title: 'A map', hours: 1, signal: end });
const paths = async (): Promise<string[]> => (await shelf.listKeptPages()).map(({ path }) => path);
const page = (change: Partial<KeptPage>): KeptPage => ({
  path: '/maps/a',
  title: '',
  person: 'user:olga',
  locale: 'en',
  theme: 'system',
  build: 'b1',
  keptAt: Date.now(),
  until: Date.now() + 1_000,
  ...change,
});

beforeEach(() => {
  memory = new MemoryCaches();
  Object.assign(server, { build: 'b1', person: 'user:olga', files, pageStatus: 200, asked: [], fileOf });
  vi.stubGlobal('caches', memory);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', async (path: string) => {
    server.asked.push(path);
    if (path === '/api/build/files') return Response.json({ build: server.build, files: server.files });
    if (path.startsWith('/_next/')) return server.fileOf(path);
    return new Response(htmlOf(server.person), {
      status: server.pageStatus,
      headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'self'", 'Set-Cookie': 'a=b' },
    });
  });
});

describe('keeping a map’s page', () => {
  test('keeps page and files, those of parts that were never opened as well', async () => {
    await keep();
    const found = await shelf.findKeptPage('/maps/a');
    expect(found?.page).toMatchObject({ title: 'A map', person: 'user:olga', locale: 'de', build: 'b1' });
    expect(await found?.response.text()).toBe(htmlOf('user:olga'));
    expect(found?.response.headers.get('Content-Security-Policy')).toBe("default-src 'self'");
    expect(found?.response.headers.get('Set-Cookie')).toBeNull();
    expect(await (await shelf.findKeptFile(files[1] ?? ''))?.text()).toBe(`content of ${files[1]}`);
  });

  test('does not fetch again what it has', async () => {
    await keep('/maps/a');
    server.asked = [];
    await keep('/maps/b');
    expect(server.asked).toEqual(['/maps/b', '/api/build/files']);
    expect(await paths()).toHaveLength(2);
  });

  test('keeps nothing in the middle of an upgrade, when page and files do not fit', async () => {
    server.files = ['/_next/static/chunks/other.js'];
    await expect(keep()).rejects.toThrow('different builds');
    expect(await memory.keys()).toEqual([]);
  });

  test('keeps nothing that the server does not give, nor the page of nobody', async () => {
    server.pageStatus = 404;
    await expect(keep()).rejects.toThrow();
    Object.assign(server, { pageStatus: 200, person: '' });
    await expect(keep()).rejects.toThrow('nobody');
    expect(await paths()).toEqual([]);
  });

  test('puts nothing back once access was lost', async () => {
    const ending = new AbortController();
    const under = keep('/maps/a', ending.signal);
    ending.abort();
    await expect(under).rejects.toThrow();
    expect(await paths()).toEqual([]);
  });

  test('keeps no page of a proxy for a file, nor where one was led elsewhere', async () => {
    const answers = [
      () => new Response('<p>Please sign in', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
      () => Object.defineProperty(new Response('led on'), 'redirected', { value: true }),
    ];
    for (const fileOf of answers) {
      Object.assign(server, { fileOf });
      await expect(keep()).rejects.toThrow('was not given');
      for (const file of files) expect(await shelf.findKeptFile(file)).toBeUndefined();
    }
    expect(await paths()).toEqual([]);
  });

  test('makes room by what was opened longest ago, with the files that only it needs', async () => {
    await keep('/maps/a');
    server.build = 'b2';
    const cache = await memory.open('wegmarke-files-b2');
    const put = cache.put.bind(cache);
    cache.put = async (asked, response) => {
      if (await memory.has('wegmarke-files-b1')) throw new DOMException('No room.', 'QuotaExceededError');
      await put(asked, response);
    };
    await keep('/maps/b');
    expect(await paths()).toEqual(['/maps/b']);
    expect(await memory.keys()).not.toContain('wegmarke-files-b1');
  });

  test('after upgrades the files of builds that no page is of go', async () => {
    await keep('/maps/a');
    server.build = 'b2';
    await keep('/maps/b');
    expect(await memory.keys()).toEqual(expect.arrayContaining(['wegmarke-files-b1', 'wegmarke-files-b2']));
    await keep('/maps/a');
    expect(await memory.keys()).not.toContain('wegmarke-files-b1');
    expect(await shelf.listKeptFiles('b2')).toEqual(expect.arrayContaining(files));
  });
});

describe('whose pages are kept', () => {
  test('those of one person: another one’s page clears the others away', async () => {
    await keep('/maps/a');
    server.person = 'guest:ben';
    await keep('/maps/b');
    expect(await paths()).toEqual(['/maps/b']);
  });

  test('none, when somebody else or nobody is signed in', async () => {
    await keep('/maps/a');
    await shelf.keepPagesOf('user:olga');
    expect(await paths()).toEqual(['/maps/a']);
    await shelf.keepPagesOf('user:ben');
    expect(await paths()).toEqual([]);
    await keep('/maps/a');
    await shelf.keepPagesOf(null);
    expect(await paths()).toEqual([]);
  });

  test('none of anybody else that has run out either: a clock may be put back', async () => {
    const now = Date.now();
    await shelf.putKeptPage(page({ path: '/maps/old', person: 'user:ben', until: now - 1 }), '<p>', new Headers());
    await keep('/maps/a');
    expect(await shelf.findKeptPage('/maps/old', now - 10)).toBeNull();
    await shelf.putKeptPage(page({ path: '/maps/old', until: now - 1 }), '<p>', new Headers());
    await shelf.keepPagesOf('user:ben');
    expect(await shelf.findKeptPage('/maps/old', now - 10)).toBeNull();
  });

  test('not for longer than a sign-in lasts', async () => {
    await shelf.putKeptPage(page({ until: Date.now() - 1 }), '<p>', new Headers());
    expect(await shelf.findKeptPage('/maps/a')).toBeNull();
    await shelf.tidyShelf('b1');
    expect(await (await memory.open('wegmarke-pages')).keys()).toEqual([]);
  });

  test('one map can be dropped, and everything', async () => {
    await keep('/maps/a');
    await keep('/maps/b');
    await shelf.dropKeptPage('/maps/a');
    expect(await paths()).toEqual(['/maps/b']);
    await shelf.clearShelf();
    expect(await memory.keys()).toEqual([]);
  });
});
