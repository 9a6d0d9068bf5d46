import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as accountPassword from '@/app/api/account/password/route';
import * as account from '@/app/api/account/route';
import * as signOutEverywhere from '@/app/api/account/sign-out-everywhere/route';
import * as nextAuth from '@/app/api/auth/[...nextauth]/route';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import { hashPassword } from '@/lib/auth/password';
import { findResetByToken, makeResetLinkAsOperator } from '@/lib/auth/passwords';
import { signInWithPassword } from '@/lib/auth/signIn';
import { createCheckedSession } from '@/lib/data/passwordChange';
import { findUserByEmail, replacePasswordHash } from '@/lib/data/users';
import { newId } from '@/lib/map/id';
import { Browser } from '../../builders/browser';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addPerson, type Person, password, signInPerson } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let ana: Person;
beforeAll(async () => {
  server = await startTestRuntime({ SIGN_IN_ATTEMPTS: '5', TRUST_PROXY: '1' });
  ana = await addPerson(server.running, 'Ana');
});
afterAll(() => server.stop());

const whoIs = (cookie: string, headers: Record<string, string> = {}) =>
  findActorOfHeaders(server.running, new Headers({ host: 'localhost:3000', cookie, ...headers }));

describe('signing in', () => {
  test('on plain http: a cookie without Secure, that scripts cannot read', async () => {
    const browser = new Browser();
    expect(await browser.signIn('password', { email: ana.email.toUpperCase(), password })).toBeNull();
    const attributes = browser.attributesOf('next-auth.session-token');
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Lax/i);
    expect(attributes).not.toMatch(/Secure/);
    expect(await browser.session()).toMatchObject({ kind: 'user', user: { name: 'Ana', email: ana.email } });
    expect(JSON.stringify(await browser.session())).not.toMatch(/sid|sessionId/);
    expect(await whoIs(browser.cookie)).toMatchObject({ kind: 'user', userId: ana.actor.userId });
  });

  test('behind a proxy with https: Secure cookies with the browser’s own prefixes', async () => {
    const proxy = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'maps.example.org', 'X-Forwarded-For': '8.8.8.8' };
    const browser = new Browser(proxy);
    expect(await browser.signIn('password', { email: ana.email, password })).toBeNull();
    expect(browser.cookieNames).toEqual([
      '__Host-next-auth.csrf-token',
      '__Secure-next-auth.callback-url',
      '__Secure-next-auth.session-token',
    ]);
    expect(browser.attributesOf('__Secure-next-auth.session-token')).toMatch(/Secure/);
    expect(await whoIs(browser.cookie, proxy)).toMatchObject({ userId: ana.actor.userId });
    expect(await whoIs(browser.cookie)).toBeNull();
  });

  test('works twice at the same moment, also when the hash is renewed by it', async () => {
    const twin = await addPerson(server.running, 'Twin');
    const signIn = () => new Browser().signIn('password', { email: twin.email, password });
    expect(await Promise.all([signIn(), signIn(), signIn()])).toEqual([null, null, null]);
  });

  test('renews a hash of lower cost', async () => {
    const user = await server.running.database.prisma.user.findUniqueOrThrow({ where: { id: ana.actor.userId } });
    expect(user.passwordHash).toMatch(/^\$scrypt\$ln=17,/);
  });

  test('a wrong password and an unknown address get the same answer, and the audit log no address', async () => {
    const browser = new Browser();
    expect(await browser.signIn('password', { email: ana.email, password: 'wrong password' })).toBe('signInWrong');
    expect(await browser.signIn('password', { email: 'nobody@example.org', password })).toBe('signInWrong');
    expect(await browser.signIn('password', { email: 'no address', password })).toBe('signInWrong');
    const failed = await server.running.database.prisma.auditEntry.findMany({ where: { action: 'signIn.failed' } });
    expect(failed.map(({ actorId }) => actorId)).toEqual([`user:${ana.actor.userId}`, null]);
    expect(JSON.stringify([failed.map(({ detail }) => detail), server.logged])).not.toContain('@example.org');
  });

  test('needs next-auth’s token against forgery', async () => {
    const browser = new Browser();
    const forged = await browser.call(nextAuth.POST, {
      method: 'POST',
      path: '/api/auth/callback/password',
      params: { nextauth: ['callback', 'password'] },
      body: { email: ana.email, password, csrfToken: 'made up', json: 'true' },
    });
    expect(forged.headers.getSetCookie().filter((cookie) => cookie.includes('session-token'))).toEqual([]);
  });

  test('stops after so many failures, for this account and address only', async () => {
    const ben = await addPerson(server.running, 'Ben');
    const from = (address: string) => new Browser({ 'X-Forwarded-For': address });
    const wrong = { email: ben.email, password: 'wrong password' };
    for (let i = 0; i < 5; i++) expect(await from('5.5.5.5').signIn('password', wrong)).toBe('signInWrong');
    expect(await from('5.5.5.5').signIn('password', { email: ben.email, password })).toBe('tooMany');
    expect(await from('5.5.5.6').signIn('password', { email: ben.email, password })).toBeNull();
    expect(await from('5.5.5.5').signIn('password', { email: ana.email, password })).toBeNull();
  });

  test('a disabled account is nobody’s', async () => {
    const carla = await addPerson(server.running, 'Carla');
    await server.running.database.prisma.user.update({ where: { id: carla.actor.userId }, data: { disabledAt: new Date() } });
    expect(await whoIs(carla.cookie)).toBeNull();
    expect(await new Browser().signIn('password', { email: carla.email, password })).toBe('signInWrong');
  });
});

describe('a session', () => {
  test('ends with signing out, everywhere that it is used', async () => {
    const browser = new Browser();
    await browser.signIn('password', { email: ana.email, password });
    const { cookie } = browser;
    const actor = await whoIs(cookie);
    await browser.signOut();
    expect(browser.cookieNames).not.toContain('next-auth.session-token');
    expect(await whoIs(cookie)).toBeNull();
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: actor?.sessionId }));
  });

  test('that ended loses its cookie at the next look', async () => {
    const browser = new Browser();
    await browser.signIn('password', { email: ana.email, password });
    const actor = await whoIs(browser.cookie);
    await server.running.database.prisma.session.update({
      where: { id: actor?.sessionId ?? '' },
      data: { revokedAt: new Date() },
    });
    expect(await browser.session()).toEqual({});
    expect(browser.cookieNames).not.toContain('next-auth.session-token');
  });

  test('slides while it is used, at most every few minutes, and ends when it is not', async () => {
    const dora = await addPerson(server.running, 'Dora');
    const { prisma } = server.running.database;
    const where = { id: dora.actor.sessionId };
    const before = await prisma.session.findUniqueOrThrow({ where });
    await whoIs(dora.cookie);
    expect(await prisma.session.findUniqueOrThrow({ where })).toEqual(before);
    const lastSeenAt = new Date(Date.now() - 10 * 60_000);
    await prisma.session.update({ where, data: { lastSeenAt } });
    await whoIs(dora.cookie);
    const after = await prisma.session.findUniqueOrThrow({ where });
    expect(after.lastSeenAt.getTime()).toBeGreaterThan(lastSeenAt.getTime());
    expect(after.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 24 * 3_600_000);
    await prisma.session.update({ where, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await whoIs(dora.cookie)).toBeNull();
  });

  test('signing out everywhere ends all of them and tells each', async () => {
    const eva = await addPerson(server.running, 'Eva');
    const phone = await signInPerson(server.running, eva.actor);
    const response = await callRoute(signOutEverywhere.POST, { method: 'POST', cookie: eva.cookie });
    expect(await response.json()).toEqual({ sessions: 2 });
    for (const { cookie, actor } of [eva, phone]) {
      expect(await whoIs(cookie)).toBeNull();
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: actor.sessionId }));
    }
  });
});

describe('changing the password', () => {
  const change = (person: Person, current: string, next: string) =>
    callRoute(accountPassword.POST, { method: 'POST', cookie: person.cookie, body: { current, next } });

  test('needs the current one, and a new one that is long enough', async () => {
    const fred = await addPerson(server.running, 'Fred');
    expect(await problemOf(await change(fred, 'wrong password', 'another password'))).toMatchObject({
      reason: 'passwordWrong',
      status: 403,
    });
    expect(await problemOf(await change(fred, password, 'short'))).toMatchObject({ reason: 'passwordTooShort', status: 400 });
  });

  test('signs out every other browser, and the old one is void', async () => {
    const gina = await addPerson(server.running, 'Gina');
    const phone = await signInPerson(server.running, gina.actor);
    expect((await change(gina, password, 'another password')).status).toBe(204);
    expect(await whoIs(gina.cookie)).not.toBeNull();
    expect(await whoIs(phone.cookie)).toBeNull();
    expect(await new Browser().signIn('password', { email: gina.email, password })).toBe('signInWrong');
    expect(await new Browser().signIn('password', { email: gina.email, password: 'another password' })).toBeNull();
  });

  test('voids a link for a new password that was made before', async () => {
    const greta = await addPerson(server.running, 'Greta');
    const { url } = await makeResetLinkAsOperator(server.running, greta.email);
    const token = url.split('/').at(-1) ?? '';
    expect(await findResetByToken(server.running, token)).not.toBeNull();
    expect((await change(greta, password, 'another password')).status).toBe(204);
    expect(await findResetByToken(server.running, token)).toBeNull();
  });

  test('leaves no session to a sign-in that was still checking the old one', async () => {
    const henk = await addPerson(server.running, 'Henk');
    const { database } = server.running;
    const user = await database.prisma.user.findUniqueOrThrow({ where: { id: henk.actor.userId } });
    const place = { address: '9.9.9.9', device: null };
    const signingIn = signInWithPassword(server.running, { email: henk.email, password }, place);
    // Read by the sign-in, which now hashes for a while.
    await findUserByEmail(database, henk.email);
    await replacePasswordHash(database, user.id, {
      from: user.passwordHash,
      to: await hashPassword('other', { ln: 10, r: 8, p: 1 }),
    });
    await expect(signingIn).rejects.toMatchObject({ messageKey: 'signInWrong' });
    const session = { id: newId(24), userId: user.id, expiresAt: new Date(Date.now() + 60_000), device: null };
    expect(await createCheckedSession(database, session, user.passwordHash ?? '')).toBe(false);
    expect(await database.prisma.session.count({ where: { userId: user.id, id: { not: henk.actor.sessionId } } })).toBe(0);
  });

  test('of two changes at once one wins', async () => {
    const hugo = await addPerson(server.running, 'Hugo');
    const answers = await Promise.all([change(hugo, password, 'first password'), change(hugo, password, 'second password')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe('the account', () => {
  test('takes a name, a language and a scheme, and null for what the browser says', async () => {
    const ida = await addPerson(server.running, 'Ida');
    const patch = (body: unknown) => callRoute(account.PATCH, { method: 'PATCH', cookie: ida.cookie, body });
    expect(await (await patch({ name: ' Ida  Lang ', locale: 'de', theme: 'dark' })).json()).toEqual({
      name: 'Ida Lang',
      locale: 'de',
      theme: 'dark',
    });
    expect(await (await patch({ locale: null })).json()).toEqual({ name: 'Ida Lang', locale: null, theme: 'dark' });
    expect((await patch({ locale: 'xx' })).status).toBe(400);
  });

  test('is changed by our own pages only', async () => {
    const patch = (headers: Record<string, string | null>) =>
      callRoute(account.PATCH, { method: 'PATCH', cookie: ana.cookie, body: { name: 'Eve' }, headers });
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: null },
      { Origin: 'https://localhost:3000' },
    ]) {
      expect(await problemOf(await patch(headers))).toMatchObject({ status: 403, reason: 'foreignOrigin' });
    }
  });

  test('is nobody’s without a session', async () => {
    const response = await callRoute(account.PATCH, { method: 'PATCH', body: { name: 'Eve' } });
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});
