import { describe, expect, test } from 'vitest';
import { isOwnOrigin, isSecure, requestOrigin } from '@/lib/http/origin';

const headers = (entries: Record<string, string>) => new Headers(entries);
const plain = { PUBLIC_URL: undefined, TRUST_PROXY: false };
const proxied = { PUBLIC_URL: undefined, TRUST_PROXY: true };
const known = { PUBLIC_URL: 'https://maps.example.org', TRUST_PROXY: false };

describe('the origin under which a browser reached the server', () => {
  test('on a workshop’s network: the host it asked for, plain', () => {
    expect(requestOrigin(headers({ host: '192.168.1.20:3000' }), plain)).toBe('http://192.168.1.20:3000');
  });
  test('forwarded headers count for nothing without a trusted proxy', () => {
    const spoofed = headers({ host: 'a.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' });
    expect(requestOrigin(spoofed, plain)).toBe('http://a.example');
    expect(isSecure(spoofed, plain)).toBe(false);
  });
  test('behind a trusted proxy: what that proxy added last', () => {
    const chain = headers({
      host: '127.0.0.1:3000',
      'x-forwarded-host': 'evil, maps.example.org',
      'x-forwarded-proto': 'http, https',
    });
    expect(requestOrigin(chain, proxied)).toBe('https://maps.example.org');
    expect(isSecure(chain, proxied)).toBe(true);
  });
  test('PUBLIC_URL decides the protocol for its own host only', () => {
    expect(requestOrigin(headers({ host: 'maps.example.org' }), known)).toBe('https://maps.example.org');
    expect(requestOrigin(headers({ host: '192.168.1.20:3000' }), known)).toBe('http://192.168.1.20:3000');
  });
  test('no host, or one that is none: null', () => {
    expect(requestOrigin(headers({}), plain)).toBeNull();
    expect(requestOrigin(headers({ host: 'a b' }), plain)).toBeNull();
  });
});

describe('our own origin', () => {
  const request = headers({ host: '192.168.1.20:3000' });
  test.each(['http://192.168.1.20:3000'])('%s is', (origin) => expect(isOwnOrigin(origin, request, plain)).toBe(true));
  test.each(['http://192.168.1.20', 'https://192.168.1.20:3000', 'http://evil.example', 'null', '', 'file://'])(
    '%s is not',
    (origin) => expect(isOwnOrigin(origin, request, plain)).toBe(false),
  );
  test('PUBLIC_URL is, even when a proxy changes the host', () => {
    expect(isOwnOrigin('https://maps.example.org', headers({ host: '127.0.0.1:3000' }), known)).toBe(true);
  });
});
