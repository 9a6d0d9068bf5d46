import { NextRequest } from 'next/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { config, proxy } from '@/proxy';

const ask = (headers: Record<string, string>) => proxy(new NextRequest('http://127.0.0.1:3000/maps/1', { headers }));
afterEach(() => vi.unstubAllEnvs());

describe('every page', () => {
  test('gets a policy with a fresh nonce, and Next the same one', async () => {
    const [first, second] = [await ask({ host: '192.168.1.20:3000' }), await ask({ host: '192.168.1.20:3000' })];
    const policy = first.headers.get('Content-Security-Policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain('ws://192.168.1.20:3000');
    expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(policy);
    expect(first.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(second.headers.get('Content-Security-Policy')).not.toBe(policy);
    expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(first.headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('behind https is kept to https', async () => {
    vi.stubEnv('TRUST_PROXY', 'true');
    const response = await ask({ host: '127.0.0.1:3000', 'x-forwarded-host': 'maps.example.org', 'x-forwarded-proto': 'https' });
    expect(response.headers.get('Strict-Transport-Security')).toContain('max-age');
    expect(response.headers.get('Content-Security-Policy')).toContain('wss://maps.example.org');
  });
});

test('routes and built files are left alone', () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`);
  for (const path of ['/', '/maps/1', '/apiary']) expect(path).toMatch(pattern);
  for (const path of ['/api/maps', '/_next/static/chunks/a.js', '/offline-worker.js']) expect(path).not.toMatch(pattern);
});
