import { describe, expect, test } from 'vitest';
import { emailSchema, guestCredentialsSchema, personNameSchema } from '@/lib/auth/credentials';
import { deviceOf } from '@/lib/auth/device';
import { sessionExpiry } from '@/lib/auth/sessionExpiry';

describe('what people enter', () => {
  test('an address is kept in lower case', () => {
    expect(emailSchema.parse('  Ana.Berg@Example.ORG ')).toBe('ana.berg@example.org');
    for (const wrong of ['', 'ana', 'ana@', `${'a'.repeat(250)}@b.de`]) expect(emailSchema.safeParse(wrong).success).toBe(false);
  });
  test('a name is one line of 1–60 characters', () => {
    expect(personNameSchema.parse('  Ana \n  Berg ')).toBe('Ana Berg');
    expect(personNameSchema.parse(` ${'x '.repeat(30)}  \n`)).toBe('x '.repeat(30).trim());
    for (const wrong of ['', '   ', 'x'.repeat(61), 'x '.repeat(31), 'a\u0000b', 'a\ud800'])
      expect(personNameSchema.safeParse(wrong).success).toBe(false);
  });
  test('a guest’s department may be left out, as forms leave things out', () => {
    for (const none of [undefined, '', 'null', 'undefined']) {
      expect(guestCredentialsSchema.parse({ token: 't', name: 'Ana', departmentId: none }).departmentId).toBeNull();
    }
    expect(guestCredentialsSchema.parse({ token: 't', name: 'Ana', departmentId: 'd1' }).departmentId).toBe('d1');
    expect(guestCredentialsSchema.safeParse({ token: 't', name: 'Ana', departmentId: 'no id!' }).success).toBe(false);
  });
});

describe('a device', () => {
  const of = (agent: string) => deviceOf(new Headers({ 'user-agent': agent }));
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome · Android'],
  ])('%s', (agent, device) => expect(of(agent)).toBe(device));
  test('nobody knows', () => expect(of('curl/8')).toBeNull());
});

test('a session slides, and a guest’s ends with the link at the latest', () => {
  const env = { SESSION_DAYS: 30, GUEST_HOURS: 72 };
  const now = new Date('2026-11-22T10:00:00Z');
  expect(sessionExpiry(env, 'user', { now })).toEqual(new Date('2026-12-22T10:00:00Z'));
  expect(sessionExpiry(env, 'guest', { now })).toEqual(new Date('2026-11-25T10:00:00Z'));
  const latest = new Date('2026-11-22T18:00:00Z');
  expect(sessionExpiry(env, 'guest', { now, latest })).toEqual(latest);
});
