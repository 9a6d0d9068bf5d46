import { describe, expect, test } from 'vitest';
import { parseCookies } from '@/lib/http/cookies';
import { localeOfHeaders } from '@/lib/http/locale';

describe('parsing cookies', () => {
  test.each([
    ['a=1; b=2', { a: '1', b: '2' }],
    ['a="quoted"; empty=; =none; loose', { a: 'quoted', empty: '' }],
    ['a=%C3%A4; b=%zz', { a: 'ä', b: '%zz' }],
    ['a=first; a=second', { a: 'first' }],
    ['__proto__=x; constructor=y', JSON.parse('{"__proto__":"x","constructor":"y"}')],
  ])('%s', (header, expected) => expect(Object.entries(parseCookies(header))).toEqual(Object.entries(expected)));
  test('none', () => expect(parseCookies(null)).toEqual({}));
});

describe('the language of an answer', () => {
  const of = (headers: Record<string, string>) => localeOfHeaders(new Headers(headers));
  test('the one chosen here goes before the browser’s', () => {
    expect(of({ cookie: 'wegmarke-locale=de', 'accept-language': 'en' })).toBe('de');
    expect(of({ cookie: 'wegmarke-locale=xx', 'accept-language': 'de-AT,en;q=0.5' })).toBe('de');
    expect(of({})).toBe('en');
  });
});
