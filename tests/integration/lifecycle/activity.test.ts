import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as activity from '@/app/api/maps/[mapId]/activity/route';
import { appendActivity } from '@/lib/data/activity';
import type { ActivityPage } from '@/lib/maps/readActivity';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('who changed what (%s)', (kind) => {
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
    const change = (number: number, actorId: string) => ({
      seq: number,
      actorId,
      record: 'card',
      recordId: `c${number}`,
      field: 'text',
      before: null,
      after: `words ${number}`,
    });
    const changes = Array.from({ length: 30 }, (_, number) =>
      change(number, number % 3 === 0 ? 'guest:gone' : `user:${olga.actor.userId}`),
    );
    await appendActivity(server.running.database, [{ mapId, changes }]);
  });
  afterAll(() => server.stop());

  const ask = (person: Person, query = '') =>
    callRoute(activity.GET, { path: `/api/maps/${mapId}/activity${query}`, params: { mapId }, cookie: person.cookie });

  test('members read it page by page, newest first, with the names that are still stored', async () => {
    const first = (await (await ask(vera, '?limit=20')).json()) as ActivityPage;
    expect(first.entries.map(({ recordId }) => recordId)).toEqual(Array.from({ length: 20 }, (_, at) => `c${29 - at}`));
    expect(first.names).toEqual({ [`user:${olga.actor.userId}`]: 'Olga' });
    expect(first.entries[0]).toMatchObject({ field: 'text', before: null, after: 'words 29' });
    const second = (await (await ask(vera, `?limit=20&before=${first.next}`)).json()) as ActivityPage;
    expect(second.entries.map(({ recordId }) => recordId)).toEqual(Array.from({ length: 10 }, (_, at) => `c${9 - at}`));
    expect(second.next).toBeNull();
  });

  test('it can be asked for one person’s last minutes', async () => {
    const { entries } = (await (await ask(olga, '?actor=guest%3Agone&minutes=5')).json()) as ActivityPage;
    expect(entries).toHaveLength(10);
    await server.running.database.prisma.activity.updateMany({
      where: { mapId, recordId: { in: ['c0', 'c3'] } },
      data: { at: new Date(Date.now() - 600_000) },
    });
    const later = (await (await ask(olga, '?actor=guest%3Agone&minutes=5')).json()) as ActivityPage;
    expect(later.entries).toHaveLength(8);
  });

  test('nobody else reads it, and nonsense is told', async () => {
    expect((await problemOf(await ask(stranger))).status).toBe(404);
    for (const query of ['?limit=0', '?limit=501', '?before=x', '?minutes=-1'])
      expect((await problemOf(await ask(olga, query))).status).toBe(400);
  });
});
