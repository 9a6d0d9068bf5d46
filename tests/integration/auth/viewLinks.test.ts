import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as viewLinks from '@/app/api/maps/[mapId]/view-links/route';
import * as pictureRoute from '@/app/api/view/[token]/files/[fileId]/route';
import * as passwordRoute from '@/app/api/view/[token]/password/route';
import * as view from '@/app/api/view/[token]/route';
import * as viewLink from '@/app/api/view-links/[viewLinkId]/route';
import { findEmbeddingSites } from '@/lib/auth/embeddingSites';
import { toJoinToken } from '@/lib/auth/joinToken';
import { hashPassword } from '@/lib/auth/password';
import type { SharedViewLink } from '@/lib/auth/viewLinks';
import { moveAuditedMap } from '@/lib/data/auditedMaps';
import { storeBlob } from '@/lib/data/blobs';
import { addMapFile } from '@/lib/data/mapFiles';
import { deleteMap, type MapRow } from '@/lib/data/maps';
import { purgeMap } from '@/lib/data/purge';
import { setAsOf } from '@/lib/document/operations/meta';
import { callRoute, problemOf } from '../../builders/callRoute';
import { mapBuilder } from '../../builders/map';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let owner: Person;
let workspaceId: string;
let map: MapRow;
let actorId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  owner = await addPerson(server.running, 'Olga');
  actorId = `user:${owner.actor.userId}`;
  workspaceId = await addWorkspace(server.running, owner);
  map = await addMap(server.running, workspaceId);
});
afterAll(() => server.stop());

const tokenOf = (link: { url: string }) => new URL(link.url).pathname.replace('/view/', '');

async function share(body: object = {}, mapId = map.id): Promise<SharedViewLink> {
  const response = await callRoute(viewLinks.POST, { method: 'POST', params: { mapId }, cookie: owner.cookie, body });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as SharedViewLink;
}
const look = (token: string, headers: Record<string, string> = {}) =>
  callRoute(view.GET, { params: { token }, path: `/api/view/${token}`, headers });
const enter = (token: string, password: string, address = '9.9.9.9') =>
  callRoute(passwordRoute.POST, {
    ...{ method: 'POST', params: { token }, path: `/api/view/${token}/password`, body: { password } },
    headers: { 'X-Forwarded-For': address },
  });
const revoke = (viewLinkId: string, person = owner) =>
  callRoute(viewLink.DELETE, { method: 'DELETE', params: { viewLinkId }, cookie: person.cookie });
const titleOf = async (response: Response) => ((await response.json()) as { map: { meta: { title: string } } }).map.meta.title;

describe('a view link', () => {
  test('shows the map to whoever has it, and is nowhere stored or logged', async () => {
    const link = await share({ label: 'Board', expiresInHours: 8 });
    expect(link).toMatchObject({ label: 'Board', embedUrl: null, embedSites: [], hasPassword: false });
    expect(link.url).toMatch(/^http:\/\/192\.168\.1\.20:3000\/view\/[0-9a-z-]{27}$/);
    const response = await look(tokenOf(link));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(await titleOf(response)).toBe(map.title);
    const rows = await server.running.database.prisma.viewLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link).slice(9));
    expect(server.logged.join('')).not.toContain(tokenOf(link));
    const listed = await callRoute(viewLinks.GET, { params: { mapId: map.id }, cookie: owner.cookie });
    expect(await listed.json()).toMatchObject({ viewLinks: [{ id: link.id, url: link.url }] });
  });

  test('answers with a tag, and briefly while nothing changes', async () => {
    const other = await addMap(server.running, workspaceId);
    const token = tokenOf(await share({}, other.id));
    const first = await look(token);
    const etag = first.headers.get('etag') ?? '';
    expect((await look(token, { 'If-None-Match': etag })).status).toBe(304);
    await server.running.liveMaps.write(other.id, actorId, (doc) => setAsOf(doc, { asOf: '2026-03-04' }));
    // What was shown before is shown for ten times as long as making it took.
    await expect.poll(async () => (await look(token, { 'If-None-Match': etag })).status, { timeout: 15_000 }).toBe(200);
    expect(await (await look(token)).text()).toContain('2026-03-04');
  });

  test('shows neither what is hidden nor what was deleted, nor notes', async () => {
    const draft = mapBuilder({ title: 'Nothing hidden', notes: 'secret of the map' });
    draft.addPersona('Petra', { description: 'secret of Petra' });
    const [shown, hidden] = [draft.addLane('doing'), draft.addLane('thinking', { title: 'secret lane', hidden: true })];
    draft.addLane('touchpoints', { hidden: true });
    const gone = draft.addLane('feeling', { title: 'secret feelings', deletedAt: 5 });
    const stage = draft.addStage('Stage');
    const step = draft.addStep(stage, 'Step', { notes: 'secret notes' });
    const deletedStep = draft.addStep(stage, 'secret step', { deletedAt: 5 });
    draft.addCard(step, shown, 'seen');
    draft.addCard(step, shown, 'secret card', { deletedAt: 5 });
    const inHidden = draft.addCard(step, hidden, 'secret thought');
    draft.addCardTag(inHidden, 'secret tag');
    draft.addCardLink(inHidden, 'https://secret.example.org/', 'secret link');
    draft.addAttachment(inHidden, 'secret.png', { mediaType: 'image/png', width: 4, height: 4 });
    draft.addCard(step, gone, 'secret in the tray');
    draft.addCard(deletedStep, shown, 'secret in the tray, too');
    draft.addTouchpoint(step, 'phone', 'secret number');
    draft.markMoment(deletedStep, { stays: 'secret stays', leaves: 'secret leaves' });
    const made = await addMap(server.running, workspaceId, draft.toMap());
    const body = await (await look(tokenOf(await share({}, made.id)))).text();
    expect(body).toContain('seen');
    expect(body).toContain('phone');
    expect(body.match(/.{0,40}secret.{0,40}/i)).toBeNull();
  });

  test('is not there when it was made up, is another kind’s, or the map was deleted; and says when it is closed or over', async () => {
    const other = await addMap(server.running, workspaceId);
    const ofDeleted = await share({}, other.id);
    await deleteMap(server.running.database, other.id);
    const [closed, over] = [await share(), await share({ expiresInHours: 1 })];
    expect((await revoke(closed.id)).status).toBe(204);
    const past = { expiresAt: new Date(Date.now() - 1) };
    await server.running.database.prisma.viewLink.update({ where: { id: over.id }, data: past });
    const asJoinLink = toJoinToken(closed.id, server.running.secret);
    for (const token of ['aaaaaa-aaaaaa-aaaaaa-aaaaaa', 'x', asJoinLink, tokenOf(ofDeleted)]) {
      expect(await problemOf(await look(token))).toMatchObject({ status: 404, reason: 'viewLinkUnknown' });
      expect(await problemOf(await enter(token, 'secret'))).toMatchObject({ status: 404, reason: 'viewLinkUnknown' });
    }
    expect(await problemOf(await look(tokenOf(closed)))).toMatchObject({ status: 404, reason: 'viewLinkClosed' });
    expect(await problemOf(await look(tokenOf(over)))).toMatchObject({ status: 404, reason: 'viewLinkExpired' });
    const listed = await callRoute(viewLinks.GET, { params: { mapId: map.id }, cookie: owner.cookie });
    const text = JSON.stringify(await listed.json());
    for (const link of [closed, over]) expect(text).not.toContain(link.url);
  });

  test.each([
    { expiresInHours: 0 },
    { password: 'abc' },
    { password: '👍👍' },
    { password: '👍'.repeat(201) },
    { embedSites: ['https://a.example/path'] },
    { embedSites: ["'none'"] },
    { embedSites: ['https://256.1.1.1'] },
    { embedSites: ['http://a.example:65536'] },
    { embedSites: ['https://xn--a.example'] },
    null,
  ])('cannot be made of %j', async (body) => {
    const response = await callRoute(viewLinks.POST, { method: 'POST', params: { mapId: map.id }, cookie: owner.cookie, body });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid' });
  });

  test('is made and closed by those who may, only', async () => {
    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const link = await share();
    const params = { mapId: map.id };
    expect((await callRoute(viewLinks.GET, { params, cookie: viewer.cookie })).status).toBe(403);
    expect((await callRoute(viewLinks.POST, { method: 'POST', params, cookie: viewer.cookie, body: {} })).status).toBe(403);
    expect((await revoke(link.id, viewer)).status).toBe(403);
    expect((await look(tokenOf(link))).status).toBe(200);
  });

  test('goes with the map to the bin’s end, and is closed when the map moves away', async () => {
    const other = await addMap(server.running, workspaceId);
    const moved = await share({}, other.id);
    const elsewhere = await addWorkspace(server.running, owner, 'Elsewhere');
    const { database } = server.running;
    await moveAuditedMap(database, { id: other.id, workspaceId }, elsewhere, actorId);
    expect(await problemOf(await look(tokenOf(moved)))).toMatchObject({ reason: 'viewLinkClosed' });
    await database.prisma.journeyMap.update({ where: { id: other.id }, data: { purgedAt: new Date(), deletedAt: new Date() } });
    await purgeMap(database, other.id);
    expect(await database.prisma.viewLink.count({ where: { mapId: other.id } })).toBe(0);
  });

  test('is in the audit log, without its secret', async () => {
    const link = await share({ password: 'opensesame' });
    await revoke(link.id);
    const entries = await server.running.database.prisma.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(entries.map(({ action, detail }) => ({ action, detail }))).toEqual([
      { action: 'viewLink.revoked', detail: { viewLinkId: link.id } },
      { action: 'viewLink.created', detail: { viewLinkId: link.id, embeddable: false, password: true } },
    ]);
  });
});

describe('a password', () => {
  test('is asked for, opens its own link only, and ends with a new one', async () => {
    const link = await share({ password: 'opensesame' });
    const other = await share({ password: 'opensesame' });
    const token = tokenOf(link);
    const stored = await server.running.database.prisma.viewLink.findUniqueOrThrow({ where: { id: link.id } });
    expect(stored.passwordHash).toMatch(/^\$scrypt\$/);
    expect(await problemOf(await look(token))).toMatchObject({ status: 403, reason: 'viewPasswordNeeded' });
    expect(await problemOf(await enter(token, 'wrong'))).toMatchObject({ status: 403, reason: 'viewPasswordWrong' });
    const { proof } = (await (await enter(token, 'opensesame')).json()) as { proof: string };
    expect((await look(token, { 'X-View-Proof': proof })).status).toBe(200);
    for (const wrong of [`${proof}x`, proof.replace(/^./, 'z'), 'x', '']) {
      expect((await look(token, { 'X-View-Proof': wrong })).status).toBe(403);
    }
    expect((await look(tokenOf(other), { 'X-View-Proof': proof })).status).toBe(403);
    await revoke(link.id);
    expect((await look(token, { 'X-View-Proof': proof })).status).toBe(404);
  });

  test('cannot be tried out', async () => {
    const link = await share({ password: 'opensesame' });
    const token = tokenOf(link);
    // The real cost stands in the test before.
    const passwordHash = await hashPassword('opensesame', { ln: 10, r: 8, p: 1 });
    await server.running.database.prisma.viewLink.update({ where: { id: link.id }, data: { passwordHash } });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await enter(token, `guess ${i}`, '8.8.8.8')).status);
    expect(statuses).toEqual([...Array(10).fill(403), 429]);
    expect((await enter(token, 'opensesame', '8.8.4.4')).status).toBe(200);
  });

  test('tokens cannot be tried out either', async () => {
    const headers = { 'X-Forwarded-For': '7.7.7.8' };
    const answers: number[] = [];
    for (let i = 0; i < 31; i++) answers.push((await look(`aaaaaa-aaaaaa-aaaaaa-aaaaa${i % 10}`, headers)).status);
    expect(answers).toEqual([...Array(30).fill(404), 429]);
  });
});

describe('what is shown elsewhere', () => {
  test('a link that may be embedded says by whom', async () => {
    const { running } = server;
    const [plain, any] = [await share(), await share({ embeddable: true })];
    const embedSites = [
      'https://Intranet.example.org/',
      'http://localhost:8080',
      'http://192.168.1.250',
      'https://xn--bcher-kva.de:60000',
    ];
    const some = await share({ embeddable: true, embedSites });
    expect(any.embedUrl).toBe(any.url.replace('/view/', '/embed/'));
    expect(some.embedSites).toEqual(['https://intranet.example.org', ...embedSites.slice(1)]);
    expect(await findEmbeddingSites(running, tokenOf(plain))).toEqual([]);
    expect(await findEmbeddingSites(running, tokenOf(any))).toEqual(['*']);
    expect(await findEmbeddingSites(running, tokenOf(some))).toEqual(some.embedSites);
    expect(await findEmbeddingSites(running, 'aaaaaa-aaaaaa-aaaaaa-aaaaaa')).toEqual([]);
    await revoke(some.id);
    expect(await findEmbeddingSites(running, tokenOf(some))).toEqual(some.embedSites);
  });

  test('pictures on cards that are shown are handed out, no other file', async () => {
    const { database } = server.running;
    const draft = mapBuilder({ title: 'Pictures' });
    const [lane, hidden] = [draft.addLane('doing'), draft.addLane('thinking', { hidden: true })];
    const step = draft.addStep(draft.addStage('Stage'), 'Step');
    const picture = { mediaType: 'image/png', width: 4, height: 4 };
    draft.addAttachment(draft.addCard(step, lane, 'a'), 'seen.png', { ...picture, fileId: 'seen' });
    draft.addAttachment(draft.addCard(step, lane, 'b'), 'plain.txt', { mediaType: 'text/plain', fileId: 'plain' });
    draft.addAttachment(draft.addCard(step, hidden, 'c'), 'hidden.png', { ...picture, fileId: 'hidden' });
    const made = await addMap(server.running, workspaceId, draft.toMap());
    const { hash } = await storeBlob(database, new Uint8Array([1, 2, 3]), 'image/png');
    for (const id of ['seen', 'plain', 'hidden', 'unused']) {
      const size = id === 'plain' ? { width: null, height: null } : { width: 4, height: 4 };
      const row = { id, mapId: made.id, hash, smallHash: null, name: id, mediaType: 'image/png', size: 3, createdBy: 'user:x' };
      await addMapFile(database, { ...row, ...size });
    }
    const [open, locked] = [tokenOf(await share({}, made.id)), tokenOf(await share({ password: 'opensesame' }, made.id))];
    const get = (token: string, fileId: string) =>
      callRoute(pictureRoute.GET, { params: { token, fileId }, path: `/api/view/${token}/files/${fileId}` });
    const seen = await get(open, 'seen');
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/png');
    for (const id of ['plain', 'hidden', 'unused', 'nosuch']) expect((await get(open, id)).status, id).toBe(404);
    expect((await get(locked, 'seen')).status).toBe(403);
    expect((await get(tokenOf(await share()), 'seen')).status, 'by another map’s link').toBe(404);
  });
});
