import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { hasSessionCookie, readSessionId, sessionCookieName, toSessionToken } from '@/lib/auth/sessionToken';

const secret = 'a secret of thirty-two characters, at least';
const settings = { PUBLIC_URL: undefined, TRUST_PROXY: true };
const plain = { host: '192.168.1.20:3000' };
const encrypted = { host: 'maps.example.org', 'x-forwarded-proto': 'https' };
const read = (headers: Record<string, string>) => readSessionId(new Headers(headers), settings, secret);

describe('the session that a request names', () => {
  test('by the cookie of the connection’s own kind', async () => {
    const token = await toSessionToken('abc', secret);
    expect(sessionCookieName(true)).toBe('__Secure-next-auth.session-token');
    expect(await read({ ...plain, cookie: `next-auth.session-token=${token}` })).toBe('abc');
    expect(await read({ ...encrypted, cookie: `__Secure-next-auth.session-token=${token}` })).toBe('abc');
    expect(await read({ ...encrypted, cookie: `next-auth.session-token=${token}` })).toBeNull();
    expect(await read({ ...plain, cookie: `__Secure-next-auth.session-token=${token}` })).toBeNull();
  });
  test('or by a bearer token', async () => {
    expect(await read({ ...plain, authorization: `Bearer ${await toSessionToken('abc', secret)}` })).toBe('abc');
  });
  test('not by a token of another secret, over, damaged, or of another form', async () => {
    const wrong = [
      await toSessionToken('abc', `${secret}!`),
      await encode({ token: { sid: 'abc' }, secret, maxAge: -60 }),
      await encode({ token: { sub: 'abc' }, secret }),
      await encode({ token: { sid: 'no such; id' }, secret }),
      'nonsense',
    ];
    for (const token of wrong) expect(await read({ ...plain, cookie: `next-auth.session-token=${token}` })).toBeNull();
    expect(await read(plain)).toBeNull();
  });
});

test('either cookie makes a write ask for our own Origin', () => {
  expect(hasSessionCookie(new Headers({ cookie: 'next-auth.session-token=x' }))).toBe(true);
  expect(hasSessionCookie(new Headers({ cookie: '__Secure-next-auth.session-token=x' }))).toBe(true);
  expect(hasSessionCookie(new Headers({ cookie: 'other=x' }))).toBe(false);
});
