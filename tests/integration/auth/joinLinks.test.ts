import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as join from '@/app/api/join/[token]/route';
import * as joinLink from '@/app/api/join-links/[joinLinkId]/route';
import * as joinLinks from '@/app/api/maps/[mapId]/join-links/route';
import { findActorOfHeaders } from '@/lib/auth/findActor';
import type { SharedJoinLink } from '@/lib/auth/joinLinks';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { deleteMap, type MapRow } from '@/lib/data/maps';
import { Browser } from '../../builders/browser';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, type Person, password } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let owner: Person;
let workspaceId: string;
let map: MapRow;
beforeAll(async () => {
  server = await startTestRuntime();
  owner = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, owner);
  map = await addMap(server.running, workspaceId);
});
afterAll(() => server.stop());

const tokenOf = (link: { url: string }) => new URL(link.url).pathname.replace('/join/', '');
const whoIs = (cookie: string) => findActorOfHeaders(server.running, new Headers({ host: 'localhost:3000', cookie }));

async function share(body: object = { role: 'editor' }, person = owner, mapId = map.id): Promise<SharedJoinLink> {
  const response = await callRoute(joinLinks.POST, { method: 'POST', params: { mapId }, cookie: person.cookie, body });
  expect(response.status).toBe(201);
  return (await response.json()) as SharedJoinLink;
}
const describeLink = (token: string, cookie?: string) =>
  callRoute(join.GET, { params: { token }, path: `/api/join/${token}`, ...(cookie ? { cookie } : {}) });
const revoke = (id: string, person = owner) =>
  callRoute(joinLink.DELETE, { method: 'DELETE', params: { joinLinkId: id }, cookie: person.cookie });

describe('a join link', () => {
  test('carries an address that phones reach, and is listed with it again', async () => {
    const link = await share({ role: 'editor', label: 'Workshop', expiresInHours: 8 });
    expect(link.url).toMatch(/^http:\/\/192\.168\.1\.20:3000\/join\/[0-9a-z-]{27}$/);
    const hours = (new Date(link.expiresAt ?? '').getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThan(8.1);
    const listed = await callRoute(joinLinks.GET, { params: { mapId: map.id }, cookie: owner.cookie });
    expect(await listed.json()).toMatchObject({ joinLinks: [{ id: link.id, url: link.url, label: 'Workshop', guestCount: 0 }] });
    const rows = await server.running.database.prisma.joinLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link).slice(9));
  });

  test('says what it opens, and which departments there are', async () => {
    const answer = (await (await describeLink(tokenOf(await share({ role: 'commenter' })).toUpperCase())).json()) as Record<
      string,
      unknown
    >;
    expect(answer).toMatchObject({ mapId: map.id, mapTitle: map.title, role: 'commenter', you: null });
    expect(answer.departments).toEqual([
      { id: expect.any(String), name: 'Customer service' },
      { id: expect.any(String), name: 'Billing' },
    ]);
  });

  test('tells a member that the map is open to them already, and does not log its token', async () => {
    const token = tokenOf(await share());
    expect(await (await describeLink(token, owner.cookie)).json()).toMatchObject({
      you: { kind: 'user', name: 'Olga', mayOpen: true, departmentId: null },
    });
    expect(server.logged.join('')).toContain('/api/join/:token');
    expect(server.logged.join('')).not.toContain(token);
  });

  test('is not there when it was made up, belongs to a deleted map, or is over', async () => {
    const other = await addMap(server.running, workspaceId);
    const ofDeleted = await share({ role: 'viewer' }, owner, other.id);
    await deleteMap(server.running.database, other.id);
    const over = await share({ role: 'viewer', expiresInHours: 1 });
    await server.running.database.prisma.joinLink.update({
      where: { id: over.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    for (const token of ['aaaaaa-aaaaaa-aaaaaa-aaaaaa', 'x', tokenOf(ofDeleted), tokenOf(over)]) {
      expect(await problemOf(await describeLink(token))).toMatchObject({ status: 404, reason: 'joinLinkOver' });
    }
  });

  test.each([{ role: 'owner' }, { role: 'editor', expiresInHours: 0 }, { role: 'editor', label: 'x'.repeat(101) }, {}, null])(
    'cannot be made of %j',
    async (body) => {
      const response = await callRoute(joinLinks.POST, { method: 'POST', params: { mapId: map.id }, cookie: owner.cookie, body });
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid' });
    },
  );

  test('is made and seen by those who may, only', async () => {
    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const stranger = await addPerson(server.running, 'Sven');
    const link = await share();
    const params = { mapId: map.id };
    expect((await callRoute(joinLinks.GET, { params, cookie: viewer.cookie })).status).toBe(403);
    expect(
      (await callRoute(joinLinks.POST, { method: 'POST', params, cookie: viewer.cookie, body: { role: 'viewer' } })).status,
    ).toBe(403);
    expect((await revoke(link.id, viewer)).status).toBe(403);
    expect((await callRoute(joinLinks.GET, { params, cookie: stranger.cookie })).status).toBe(404);
    expect((await revoke(link.id, stranger)).status).toBe(404);
    expect((await revoke('nosuchid')).status).toBe(404);
    expect((await describeLink(tokenOf(link))).status).toBe(200);
  });
});

describe('a guest', () => {
  test('gives a name and is in, with the link’s role, on this map only', async () => {
    const browser = new Browser();
    expect(await browser.signIn('guest', { token: tokenOf(await share()), name: '  Gerd   Groß ' })).toBeNull();
    const guest = await whoIs(browser.cookie);
    expect(guest).toMatchObject({ kind: 'guest', name: 'Gerd Groß', role: 'editor', mapId: map.id, departmentId: null });
    expect(await browser.session()).toMatchObject({ kind: 'guest', user: { name: 'Gerd Groß' } });
    const { database } = server.running;
    expect((await findMapAccess(database, guest, map.id))?.role).toBe('editor');
    expect(await findMapAccess(database, guest, (await addMap(server.running, workspaceId)).id)).toBeNull();
    const listed = await browser.call(joinLinks.GET, { params: { mapId: map.id } });
    expect(listed.status).toBe(403);
  });

  test('may say a department of the map, and no other', async () => {
    const token = tokenOf(await share());
    const { departments } = (await (await describeLink(token)).json()) as { departments: { id: string }[] };
    const departmentId = departments[1]?.id ?? '';
    const browser = new Browser();
    expect(await browser.signIn('guest', { token, name: 'Gerd', departmentId })).toBeNull();
    expect(await whoIs(browser.cookie)).toMatchObject({ departmentId });
    expect(await new Browser().signIn('guest', { token, name: 'Gerd', departmentId: 'nosuch' })).toBe('departmentNotFound');
    expect(await new Browser().signIn('guest', { token, name: '', departmentId })).toBe('invalid');
    expect(await new Browser().signIn('guest', { token: 'made-up', name: 'Gerd' })).toBe('joinLinkOver');
  });

  test('who comes back with the same browser is the same person, by another link of the map, too', async () => {
    const browser = new Browser();
    await browser.signIn('guest', { token: tokenOf(await share()), name: 'Gerd' });
    const before = await whoIs(browser.cookie);
    const cookieBefore = browser.cookie;
    await browser.signIn('guest', { token: tokenOf(await share({ role: 'viewer' })), name: 'Gerda' });
    const after = await whoIs(browser.cookie);
    if (before?.kind !== 'guest' || after?.kind !== 'guest') throw new Error('no guests');
    expect(after).toMatchObject({ guestId: before.guestId, name: 'Gerda', role: 'viewer' });
    expect(after.sessionId).not.toBe(before.sessionId);
    expect(await whoIs(cookieBefore)).toBeNull();
    const other = new Browser();
    await other.signIn('guest', { token: tokenOf(await share()), name: 'Gerda' });
    expect(await whoIs(other.cookie)).not.toMatchObject({ guestId: before.guestId });
  });

  test('of another map is another person, and an account holder who joins is signed out here', async () => {
    const second = await addMap(server.running, workspaceId);
    const browser = new Browser();
    await browser.signIn('password', { email: owner.email, password });
    const asOwner = browser.cookie;
    expect(await whoIs(asOwner)).toMatchObject({ kind: 'user' });
    await browser.signIn('guest', { token: tokenOf(await share()), name: 'Gerd' });
    const first = await whoIs(browser.cookie);
    expect(await whoIs(asOwner)).toBeNull();
    await browser.signIn('guest', { token: tokenOf(await share({ role: 'editor' }, owner, second.id)), name: 'Gerd' });
    const now = await whoIs(browser.cookie);
    expect(now).toMatchObject({ kind: 'guest', mapId: second.id });
    expect(now).not.toMatchObject({ guestId: first?.kind === 'guest' ? first.guestId : '' });
  });

  test('is sent away at once when the link is closed, and cannot come back by it', async () => {
    const link = await share();
    const others = new Browser();
    await others.signIn('guest', { token: tokenOf(await share()), name: 'Other' });
    const browsers = [new Browser(), new Browser()];
    const sessions: string[] = [];
    for (const browser of browsers) {
      await browser.signIn('guest', { token: tokenOf(link), name: 'Gerd' });
      sessions.push((await whoIs(browser.cookie))?.sessionId ?? '');
    }
    server.told.length = 0;
    expect((await revoke(link.id)).status).toBe(204);
    for (const browser of browsers) expect(await whoIs(browser.cookie)).toBeNull();
    expect(await whoIs(others.cookie)).not.toBeNull();
    expect(server.told[0]).toMatchObject({ kind: 'access.changed', mapId: map.id });
    expect(
      server.told
        .filter(({ kind }) => kind === 'session.revoked')
        .map(({ sessionId }) => sessionId)
        .sort(),
    ).toEqual(sessions.sort());
    expect(await new Browser().signIn('guest', { token: tokenOf(link), name: 'Gerd' })).toBe('joinLinkOver');
    const listed = await callRoute(joinLinks.GET, { params: { mapId: map.id }, cookie: owner.cookie });
    expect(JSON.stringify(await listed.json())).not.toContain(link.url);
    expect((await revoke(link.id)).status).toBe(204);
  });

  test('ends with the link’s expiry at the latest', async () => {
    const link = await share({ role: 'editor', expiresInHours: 1 });
    const browser = new Browser();
    await browser.signIn('guest', { token: tokenOf(link), name: 'Gerd' });
    const { prisma } = server.running.database;
    const session = await prisma.session.findUniqueOrThrow({ where: { id: (await whoIs(browser.cookie))?.sessionId ?? '' } });
    expect(session.expiresAt.toISOString()).toBe(link.expiresAt);
    await prisma.joinLink.update({ where: { id: link.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await whoIs(browser.cookie)).toBeNull();
  });

  test('tokens cannot be tried out, and a workshop behind one address is not taken for that', async () => {
    const headers = { 'X-Forwarded-For': '7.7.7.7' };
    const ask = (token: string) => callRoute(join.GET, { params: { token }, headers });
    const answers: number[] = [];
    for (let i = 0; i < 31; i++) answers.push((await ask(`aaaaaa-aaaaaa-aaaaaa-aaaaa${i % 10}`)).status);
    expect(answers).toEqual([...Array(30).fill(404), 429]);
    const token = tokenOf(await share());
    const workshop = await Promise.all(Array.from({ length: 60 }, () => ask(token)));
    expect(new Set(workshop.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
