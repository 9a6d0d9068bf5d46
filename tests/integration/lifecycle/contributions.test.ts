import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contributions from '@/app/api/maps/[mapId]/contributions/route';
import { appendActivity } from '@/lib/data/activity';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('which departments wrote where (%s)', (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let stranger: Person;
  let mapId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    vera = await addPerson(server.running, 'Vera');
    stranger = await addPerson(server.running, 'Stan');
    const workspaceId = await addWorkspace(server.running, olga);
    await addMember(server.running, workspaceId, vera, 'viewer');
    mapId = (await addMap(server.running, workspaceId)).id;
    const { prisma } = server.running.database;
    const link = { id: 'link1', mapId, role: 'editor', label: '', createdBy: olga.actor.userId };
    await prisma.joinLink.create({ data: { ...link, expiresAt: new Date(Date.now() + 3_600_000) } });
    const guest = (id: string, departmentId: string | null) => ({ id, joinLinkId: 'link1', mapId, name: id, departmentId });
    await prisma.guest.createMany({
      data: [guest('g1', 'sales'), guest('g2', 'sales'), guest('g3', 'billing'), guest('g4', null)],
    });
    const change = (actorId: string, recordId: string, field = 'text', record = 'card') => ({
      ...{ seq: 1, actorId, record, recordId, field },
      ...{ before: null, after: 'words' },
    });
    const changes = [
      change('guest:g1', 'c1'),
      change('guest:g2', 'c1'),
      change('guest:g2', 'c2', 'record'),
      change('guest:g3', 'c2', 'pos'),
      change('guest:g3', 'c3', 'deletedAt'),
      change('guest:g3', 's1', 'title', 'step'),
      change('guest:g4', 'c4'),
      change(`user:${olga.actor.userId}`, 'c5'),
    ];
    await appendActivity(server.running.database, [{ mapId, changes }]);
  });
  afterAll(() => server.stop());

  const ask = (person: Person) =>
    callRoute(contributions.GET, { path: `/api/maps/${mapId}/contributions`, params: { mapId }, cookie: person.cookie });

  test('is told by departments alone: cards written, changed or moved, not deleted ones', async () => {
    expect(await (await ask(vera)).json()).toEqual({
      departments: [
        { departmentId: 'billing', cards: ['c2'] },
        { departmentId: 'sales', cards: ['c1', 'c2'] },
      ],
    });
  });

  test('is for members only', async () => {
    expect((await problemOf(await ask(stranger))).status).toBe(404);
  });
});
