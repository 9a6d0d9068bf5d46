import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as duplicate from '@/app/api/maps/[mapId]/duplicate/route';
import * as joinLinks from '@/app/api/maps/[mapId]/join-links/route';
import * as move from '@/app/api/maps/[mapId]/move/route';
import * as mapRoute from '@/app/api/maps/[mapId]/route';
import { findActorOfSession } from '@/lib/auth/findActor';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { listAudit } from '@/lib/data/audit';
import { findMap } from '@/lib/data/maps';
import { renameStep } from '@/lib/document/operations/steps';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('maps in the list (%s)', (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let viewer: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    viewer = await addPerson(server.running, 'Vera');
    workspaceId = await addWorkspace(server.running, olga);
    await addMember(server.running, workspaceId, viewer, 'viewer');
  });
  afterAll(() => server.stop());

  type Handler = Parameters<typeof callRoute>[0];
  const post = (handler: Handler, mapId: string, body?: unknown, person = olga, headers = {}) =>
    callRoute(handler, { method: 'POST', params: { mapId }, cookie: person.cookie, body, headers });

  test('a copy holds what is on the live map at that moment, under its own id and title', async () => {
    const { liveMaps, database } = server.running;
    const { id } = await addMap(server.running, workspaceId);
    const step = (await liveMaps.read(id)).map.steps[0];
    // Read from the room, before anything of it reaches the log.
    const writing = liveMaps.write(id, 'user:x', (doc) => renameStep(doc, { id: step?.id ?? '', title: 'Said just now' }));
    const response = await post(duplicate.POST, id, undefined, olga, { 'Accept-Language': 'de' });
    await writing;
    expect(response.status).toBe(201);
    const copy = (await response.json()) as { id: string; title: string };
    const [original, copied] = [(await liveMaps.read(id)).map, (await liveMaps.read(copy.id)).map];
    expect(copy.title).toBe(`Kopie von ${original.meta.title}`);
    expect(copied.steps.some(({ title }) => title === 'Said just now')).toBe(true);
    expect(copied).toEqual({ ...original, meta: { ...original.meta, title: copy.title } });
    expect(await findMap(database, copy.id)).toMatchObject({ workspaceId, createdBy: `user:${olga.actor.userId}`, epoch: 1 });
    // Two maps from here on.
    await liveMaps.write(copy.id, 'user:x', (doc) => renameStep(doc, { id: step?.id ?? '', title: 'Only in the copy' }));
    expect((await liveMaps.read(id)).map.steps.some(({ title }) => title === 'Only in the copy')).toBe(false);
  });

  test('viewers make no copies, rename nothing and move nothing', async () => {
    const { id } = await addMap(server.running, workspaceId);
    expect((await post(duplicate.POST, id, undefined, viewer)).status).toBe(403);
    expect((await post(move.POST, id, { workspaceId }, viewer)).status).toBe(403);
    const change = { method: 'PATCH', params: { mapId: id }, cookie: viewer.cookie, body: { title: 'Mine' } };
    expect((await callRoute(mapRoute.PATCH, change)).status).toBe(403);
  });

  test('a new title goes through the live document and stands in the list at once', async () => {
    const { liveMaps, database } = server.running;
    const { id } = await addMap(server.running, workspaceId);
    const patch = (body: unknown) =>
      callRoute(mapRoute.PATCH, { method: 'PATCH', params: { mapId: id }, cookie: olga.cookie, body });
    const response = await patch({ title: 'Rückfragen\u0000 zur  Rechnung', kind: 'future' });
    expect(await response.json()).toEqual({ title: 'Rückfragen zur Rechnung', kind: 'future' });
    expect(await findMap(database, id)).toMatchObject({ title: 'Rückfragen zur Rechnung', kind: 'future' });
    expect((await liveMaps.read(id)).map.meta).toMatchObject({ kind: 'future' });
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'maps.changed', workspaceId, payload: { mapId: id } }));
    for (const body of [{}, { kind: 'past' }, { title: 3 }]) expect((await patch(body)).status).toBe(400);
  });

  describe('moving', () => {
    test('gives the map to the other workspace, closes its links and sends its guests away', async () => {
      const { database, env } = server.running;
      const target = await addWorkspace(server.running, olga, 'Sales');
      const colleague = await addPerson(server.running, 'Carl');
      await addMember(server.running, target, colleague, 'viewer');
      const { id } = await addMap(server.running, workspaceId);
      const link = (await (await post(joinLinks.POST, id, { role: 'editor' })).json()) as { id: string };
      const expiresAt = new Date(Date.now() + 3_600_000);
      await database.prisma.guest.create({
        data: { id: `g${id}`, joinLinkId: link.id, mapId: id, name: 'Gerd', sessions: { create: { id: `s${id}`, expiresAt } } },
      });
      expect(await findActorOfSession({ database, env }, `s${id}`)).not.toBeNull();

      expect((await post(move.POST, id, { workspaceId: target })).status).toBe(204);
      expect(await findMap(database, id)).toMatchObject({ workspaceId: target });
      expect(await findActorOfSession({ database, env }, `s${id}`)).toBeNull();
      expect(await findMapAccess(database, viewer.actor, id)).toBeNull();
      expect(await findMapAccess(database, colleague.actor, id)).toMatchObject({ role: 'viewer' });
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'access.changed', mapId: id }));
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: `s${id}` }));
      const detail = { from: workspaceId, to: target, joinLinks: 1, guests: 1 };
      expect((await listAudit(database, { workspaceId }))[0]).toMatchObject({ action: 'map.movedAway', mapId: id, detail });
      expect((await listAudit(database, { workspaceId: target }))[0]).toMatchObject({
        action: 'map.movedHere',
        mapId: id,
        detail,
      });
    });

    test('takes an editor of both workspaces', async () => {
      const theirs = await addWorkspace(server.running, viewer, 'Vera’s own');
      const readOnly = await addWorkspace(server.running, viewer, 'Read only');
      await addMember(server.running, readOnly, olga, 'commenter');
      const { id } = await addMap(server.running, workspaceId);
      expect((await post(move.POST, id, { workspaceId: theirs })).status).toBe(404);
      expect((await post(move.POST, id, { workspaceId: readOnly })).status).toBe(403);
      expect(await problemOf(await post(move.POST, id, { workspaceId: 'nosuch' }))).toMatchObject({
        reason: 'workspaceNotFound',
      });
      expect(await findMap(server.running.database, id)).toMatchObject({ workspaceId });
    });
  });
});
