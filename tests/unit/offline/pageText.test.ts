import { expect, test } from 'vitest';
import { keptHeaders, listPageFiles, readPageFacts } from '@/lib/offline/pageText';

test('a page says whose it is, in which language and scheme', () => {
  const html = '<!DOCTYPE html><html lang="de" data-theme="dark"><head></head><body data-person="user:a1-b2" class="x"><p>';
  expect(readPageFacts(html)).toEqual({ person: 'user:a1-b2', locale: 'de', theme: 'dark' });
});

test('a page for nobody is nobody’s, whatever stands further down', () => {
  const html = '<!DOCTYPE html><html lang="en"><head></head><body><p data-person="user:a1"></p>';
  expect(readPageFacts(html)).toEqual({ person: null, locale: 'en', theme: 'system' });
});

test('the files that a page asks for are found in tags and in its data, each once', () => {
  const html = `<script src="/_next/static/chunks/a_1-b~.js" async></script><link href="/_next/static/chunks/c.css">
    self.__next_f.push([1,"\\"/_next/static/chunks/a_1-b~.js\\",\\"/_next/static/chunks/d.js\\""])`;
  expect(listPageFiles(html)).toEqual([
    '/_next/static/chunks/a_1-b~.js',
    '/_next/static/chunks/c.css',
    '/_next/static/chunks/d.js',
  ]);
});

test('a page is kept with the headers that protect it, and without cookies or conditions', () => {
  const kept = keptHeaders(
    new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'self'",
      'X-Frame-Options': 'DENY',
      'Set-Cookie': 'a=b',
      Vary: 'rsc',
      'Cache-Control': 'no-store',
    }),
  );
  expect([...kept.keys()]).toEqual(['content-security-policy', 'content-type', 'x-frame-options']);
});
