import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as authors from '@/app/api/maps/[mapId]/authors/route';
import type { MapAuthor } from '@/lib/maps/readAuthors';
import { callRoute, problemOf } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe.each(await listDatabaseKinds())('who wrote on a map (%s)', (kind) => {
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
    const row = (clientId: number, actorId: string) => ({ mapId, clientId, actorId });
    const me = `user:${olga.actor.userId}`;
    await server.running.database.prisma.documentClient.createMany({
      data: [row(11, me), row(4_294_967_295, me), row(12, 'guest:gone')],
    });
  });
  afterAll(() => server.stop());

  const ask = (person: Person) =>
    callRoute(authors.GET, { path: `/api/maps/${mapId}/authors`, params: { mapId }, cookie: person.cookie });

  test('members read who it was and under which clients; those without a name any more are left out', async () => {
    const { people } = (await (await ask(vera)).json()) as { people: MapAuthor[] };
    const found = people.filter(({ name }) => name === 'Olga');
    expect(found).toHaveLength(1);
    expect(found[0]?.id).toBe(`user:${olga.actor.userId}`);
    expect(found[0]?.clients).toEqual(expect.arrayContaining([11, 4_294_967_295]));
    expect(people.flatMap(({ clients }) => clients)).not.toContain(12);
  });

  test('nobody else does', async () => {
    expect((await problemOf(await ask(stranger))).status).toBe(404);
  });
});
