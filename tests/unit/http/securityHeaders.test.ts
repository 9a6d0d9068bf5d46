import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, newNonce, pageHeaders } from '@/lib/http/securityHeaders';

const policyOf = (origin: string | null, development = false) => {
  const text = contentSecurityPolicy({ nonce: 'abc', origin, development });
  return new Map(text.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)] as const));
};

describe('the policy of a page', () => {
  const policy = policyOf('https://maps.example.org');
  test('scripts run by nonce, never inline or by eval', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  });
  test('style attributes may be inline, style elements need the nonce', () => {
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy.get('style-src-attr')).toEqual(["'unsafe-inline'"]);
  });
  test('nothing is fetched from elsewhere, and nobody frames the page', () => {
    expect(policy.get('connect-src')).toEqual(["'self'", 'wss://maps.example.org']);
    for (const name of ['frame-ancestors', 'base-uri', 'object-src']) expect(policy.get(name)).toEqual(["'none'"]);
    expect([...policy.values()].flat().filter((source) => /^https?:|\*/.test(source))).toEqual([]);
  });
  test('on plain http the socket is plain', () => {
    expect(policyOf('http://192.168.1.20:3000').get('connect-src')).toContain('ws://192.168.1.20:3000');
  });
  test('only development allows eval', () => {
    expect(policyOf(null, true).get('script-src')).toContain("'unsafe-eval'");
  });
});

test('HSTS is sent over https only', () => {
  expect(pageHeaders({ origin: 'https://a.example' })['Strict-Transport-Security']).toBeDefined();
  expect(pageHeaders({ origin: 'http://a.example' })['Strict-Transport-Security']).toBeUndefined();
});

test('nonces are of the form that Next finds, and differ', () => {
  expect(newNonce()).toMatch(/^[A-Za-z0-9+/_-]+={0,2}$/);
  expect(newNonce()).not.toBe(newNonce());
});

describe('a page that other sites may frame', () => {
  test('names them, and sends no header that forbids it', () => {
    const framedBy = ['https://intranet.example.org'];
    const policy = contentSecurityPolicy({ nonce: 'abc', origin: null, development: false, framedBy });
    expect(policy).toContain('frame-ancestors https://intranet.example.org;');
    const headers = pageHeaders({ origin: 'http://a.example', framedBy, secret: true });
    expect(headers['X-Frame-Options']).toBeUndefined();
    expect(headers['Referrer-Policy']).toBe('no-referrer');
    expect(headers['X-Robots-Tag']).toContain('noindex');
  });
  test('is the only one', () => {
    const headers = pageHeaders({ origin: 'http://a.example', secret: true });
    expect(headers['X-Frame-Options']).toBe('DENY');
    expect(headers['Cross-Origin-Resource-Policy']).toBe('same-origin');
  });
});
