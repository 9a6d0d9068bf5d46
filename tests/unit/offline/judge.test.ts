import { describe, expect, test } from 'vitest';
import { judgeAnswer, judgeRequest } from '@/lib/offline/judge';

const origin = 'https://maps.example.org';
const ask = (path: string, mode: RequestMode = 'navigate', method = 'GET') =>
  judgeRequest({ url: new URL(path, origin).href, mode, method }, origin);

describe('what the worker does about a request', () => {
  test('pages are asked for at the server first, and may come from the device', () => {
    for (const path of ['/', '/maps/abc', '/maps/abc?x=1', '/sign-in?next=%2Fmaps%2Fabc', '/inbox'])
      expect(ask(path)).toBe('page');
  });
  test('built files may come from the device, whoever asks for them', () => {
    expect(ask('/_next/static/chunks/a1b2.js', 'cors')).toBe('file');
    expect(ask('/_next/static/media/inter.woff2', 'cors')).toBe('file');
  });
  test('data of pages, the API, and the worker itself are left alone', () => {
    expect(ask('/maps/abc?_rsc=1x2y', 'cors')).toBe('other');
    expect(ask('/maps/abc', 'same-origin')).toBe('other');
    for (const path of [
      '/api/maps',
      '/api/maps/abc/export?format=pdf',
      '/sync/abc',
      '/embed/abc',
      '/offline-worker.js',
      '/_next/image?url=a',
    ])
      expect(ask(path)).toBe('other');
    expect(ask('/api/build', 'cors')).toBe('other');
  });
  test('what writes is left alone, and so are other hosts', () => {
    expect(ask('/maps/abc', 'navigate', 'POST')).toBe('other');
    expect(ask('https://elsewhere.example.org/maps/abc')).toBe('other');
    expect(ask('https://elsewhere.example.org/_next/static/chunks/a.js', 'no-cors')).toBe('other');
  });
});

describe('what an answer means for what is kept', () => {
  const headers = new Headers({ 'Content-Security-Policy': "default-src 'self'; script-src 'self' 'nonce-abc'" });
  const judge = (path: string, status: number, type: ResponseType = 'basic') => judgeAnswer(path, { status, type, headers });
  test('a map that is shown is kept as before', () => expect(judge('/maps/abc', 200)).toBe('good'));
  test('a map that is not there for this person goes', () => {
    expect(judge('/maps/abc', 404)).toBe('gone');
    expect(judge('/maps/abc', 403)).toBe('gone');
  });
  test('who is led to the sign-in is signed out: everything goes', () => {
    expect(judge('/maps/abc', 0, 'opaqueredirect')).toBe('signedOut');
    expect(judge('/maps/abc', 401)).toBe('signedOut');
  });
  test('other pages tell nothing: they lead elsewhere for many reasons', () => {
    expect(judge('/', 0, 'opaqueredirect')).toBe('good');
    expect(judge('/maps/abc/more', 404)).toBe('good');
    expect(judge('/nothing', 404)).toBe('good');
  });
  test('a proxy without its server, and a server that starts, are no answer; a failure of the page is one', () => {
    for (const status of [502, 503, 504]) expect(judge('/maps/abc', status)).toBe('away');
    expect(judge('/maps/abc', 500)).toBe('good');
  });
  test('what a proxy says of a map in the server’s place tells nothing of the map', () => {
    const ofProxy = new Headers({ 'Content-Security-Policy': "default-src 'none'" });
    for (const status of [403, 404, 500, 521]) {
      expect(judgeAnswer('/maps/abc', { status, type: 'basic', headers: ofProxy })).toBe('away');
      expect(judgeAnswer('/', { status, type: 'basic', headers: ofProxy })).toBe('good');
    }
    expect(judgeAnswer('/maps/abc', { status: 200, type: 'basic', headers: new Headers() })).toBe('good');
  });
});
