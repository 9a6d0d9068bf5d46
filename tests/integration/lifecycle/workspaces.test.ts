import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as joinLinks from '@/app/api/maps/[mapId]/join-links/route';
import * as handOver from '@/app/api/workspaces/[workspaceId]/hand-over/route';
import * as purge from '@/app/api/workspaces/[workspaceId]/purge/route';
import * as restore from '@/app/api/workspaces/[workspaceId]/restore/route';
import * as workspaceRoute from '@/app/api/workspaces/[workspaceId]/route';
import * as workspaces from '@/app/api/workspaces/route';
import { requireJoinLink } from '@/lib/auth/joinLink';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { listAudit } from '@/lib/data/audit';
import { findMap } from '@/lib/data/maps';
import { listMembers } from '@/lib/data/memberships';
import { listBinnedWorkspaces } from '@/lib/data/workspaceBin';
import { listWorkspaces } from '@/lib/data/workspaces';
import { keepHouse } from '@/lib/server/housekeeping';
import { mayAddWorkspace } from '@/lib/workspaces/addWorkspace';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const day = 86_400_000;

describe.each(await listDatabaseKinds())('workspaces (%s)', (kind) => {
  let server: TestRuntime;
  let first: Person;
  let olga: Person;
  let edda: Person;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    first = await addPerson(server.running, 'First');
    olga = await addPerson(server.running, 'Olga');
    edda = await addPerson(server.running, 'Edda');
  });
  afterAll(() => server.stop());

  type Handler = Parameters<typeof callRoute>[0];
  const call = (handler: Handler, method: string, workspaceId: string, body?: unknown, person = olga) =>
    callRoute(handler, { method, params: { workspaceId }, cookie: person.cookie, body });
  const shared = async (name = 'Service') => {
    const id = await addWorkspace(server.running, olga, name);
    await addMember(server.running, id, edda, 'editor');
    return id;
  };

  test('are made by whoever owns one, and by the oldest account', async () => {
    const newcomer = await addPerson(server.running, 'Nina');
    const create = (person: Person, name: unknown = 'New one') =>
      callRoute(workspaces.POST, { method: 'POST', cookie: person.cookie, body: { name } });
    expect(await problemOf(await create(newcomer))).toMatchObject({ status: 403, reason: 'workspacesByOwners' });
    const response = await create(first);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(await listWorkspaces(server.running.database, first.actor.userId)).toMatchObject([
      { id, name: 'New one', role: 'owner' },
    ]);
    expect((await listAudit(server.running.database, { workspaceId: id }))[0]).toMatchObject({ action: 'workspace.created' });
    await addWorkspace(server.running, newcomer);
    expect((await create(newcomer)).status).toBe(201);
    expect((await create(newcomer, '  ')).status).toBe(400);
    const open = { ...server.running, env: { ...server.running.env, NEW_WORKSPACES: 'everyone' as const } };
    expect(await mayAddWorkspace(open, edda.actor.userId)).toBe(true);
    expect(await mayAddWorkspace(server.running, edda.actor.userId)).toBe(false);
  });

  test('go to the bin with everything in them, and come back whole', async () => {
    const { running } = server;
    const { database } = running;
    const id = await shared();
    const map = await addMap(server.running, id);
    const link = await callRoute(joinLinks.POST, {
      method: 'POST',
      params: { mapId: map.id },
      cookie: olga.cookie,
      body: { role: 'editor' },
    });
    const token = ((await link.json()) as { url: string }).url.split('/').at(-1) ?? '';

    expect(await problemOf(await call(workspaceRoute.DELETE, 'DELETE', id, { name: 'Servic' }))).toMatchObject({
      reason: 'workspaceNameWrong',
    });
    expect((await call(workspaceRoute.DELETE, 'DELETE', id, { name: 'Service' }, edda)).status).toBe(403);
    expect(await findMapAccess(database, edda.actor, map.id)).not.toBeNull();
    expect((await call(workspaceRoute.DELETE, 'DELETE', id, { name: ' Service ' })).status).toBe(204);

    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'access.changed', workspaceId: id }));
    expect(await findMap(database, map.id)).toBeNull();
    expect(await findMapAccess(database, olga.actor, map.id)).toBeNull();
    await expect(requireJoinLink(running, token, '::1')).rejects.toMatchObject({ messageKey: 'joinLinkOver' });
    expect((await listWorkspaces(database, edda.actor.userId)).map((row) => row.id)).not.toContain(id);
    expect(await listBinnedWorkspaces(database, edda.actor.userId)).toEqual([]);
    expect(await listBinnedWorkspaces(database, olga.actor.userId)).toMatchObject([{ id, mapCount: 1, name: 'Service' }]);
    expect((await call(restore.POST, 'POST', id, undefined, edda)).status).toBe(403);
    expect((await call(restore.POST, 'POST', id, undefined, first)).status).toBe(404);

    expect((await call(restore.POST, 'POST', id)).status).toBe(204);
    expect(await findMapAccess(database, edda.actor, map.id)).toMatchObject({ role: 'editor' });
    expect(await requireJoinLink(running, token, '::1')).toMatchObject({ mapId: map.id });
    const actions = (await listAudit(database, { workspaceId: id })).map(({ action }) => action);
    expect(actions.slice(0, 2)).toEqual(['workspace.restored', 'workspace.deleted']);
  });

  test('are handed over in one step: never without an owner', async () => {
    const { database } = server.running;
    const id = await shared();
    const to = (person: Person, by = olga) => call(handOver.POST, 'POST', id, { userId: person.actor.userId }, by);
    expect((await to(first)).status).toBe(404);
    expect(await problemOf(await to(olga))).toMatchObject({ reason: 'handOverImpossible' });
    expect((await to(edda, edda)).status).toBe(403);
    expect((await to(edda)).status).toBe(204);
    const roles = Object.fromEntries((await listMembers(database, id)).map(({ name, role }) => [name, role]));
    expect(roles).toEqual({ Olga: 'editor', Edda: 'owner' });
    expect((await to(edda)).status).toBe(403);
    for (const { userId } of [olga.actor, edda.actor]) {
      expect(server.told).toContainEqual(expect.objectContaining({ kind: 'access.changed', workspaceId: id, userId }));
    }
    expect((await listAudit(database, { workspaceId: id }))[0]).toMatchObject({
      action: 'workspace.handedOver',
      actorId: `user:${olga.actor.userId}`,
      detail: { userId: edda.actor.userId, before: 'editor' },
    });
  });

  // Last: time passes for the people's sessions, too.
  test('are gone for good after their days in the bin, or when an owner says so and types the name', async () => {
    const { database, env, events, exporter, log, metrics } = server.running;
    const house = (now: Date) => keepHouse({ db: database, env, events, exporter, log, counters: metrics.jobs }, { now });
    const [late, soon, kept] = [await shared('Late'), await shared('Soon'), await shared('Kept')];
    for (const id of [late, soon, kept]) await addMap(server.running, id);
    expect((await call(purge.POST, 'POST', soon, { name: 'Soon' })).status).toBe(404);
    for (const [id, name] of [
      [late, 'Late'],
      [soon, 'Soon'],
    ] as const)
      expect((await call(workspaceRoute.DELETE, 'DELETE', id, { name })).status).toBe(204);
    expect((await call(purge.POST, 'POST', soon, { name: 'Late' })).status).toBe(400);
    expect((await call(purge.POST, 'POST', soon, { name: 'Soon' })).status).toBe(204);
    const count = (workspaceId: string) => database.prisma.journeyMap.count({ where: { workspaceId } });
    expect(await count(soon)).toBe(0);
    await house(new Date(Date.now() + 29 * day));
    expect(await count(late)).toBe(1);
    await house(new Date(Date.now() + 31 * day));
    expect(await count(late)).toBe(0);
    expect(await count(kept)).toBe(1);
    expect(await database.prisma.workspace.count({ where: { id: { in: [late, soon] } } })).toBe(0);
    expect(await database.prisma.membership.count({ where: { workspaceId: late } })).toBe(0);
  });
});
