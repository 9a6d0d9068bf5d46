import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as undoRoute } from '@/app/api/maps/[mapId]/restores/[number]/undo/route';
import { POST as restoreRoute } from '@/app/api/maps/[mapId]/versions/[number]/restore/route';
import type { MapRow } from '@/lib/data/maps';
import { createExporter } from '@/lib/export/exporter';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { type ListedVersion, listVersions } from '@/lib/versions/listVersions';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe('comparing and restoring by API', () => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let map: MapRow;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
    // The real threads: what a restore did is gone through again in one of them.
    server.running.exporter = createExporter();
    olga = await addPerson(server.running, 'Olga');
  });
  afterAll(async () => {
    await server.running.exporter.close();
    await server.stop();
  });
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    map = await addMap(server.running, workspaceId);
    program = await ApiClient.of(server.running, olga);
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'First' }, status: 201 });
    const operations = [{ op: 'renameStep', id: 'step1', title: 'Renamed' }];
    await program.json('POST', `/maps/${map.id}/operations`, { body: { operations } });
  });

  type Compared = {
    summary: { text: string }[];
    differences: { kind: string; collection: string; id: string; fields?: { words?: object[] }[] }[];
  };
  const compare = (from: string | number, to: string | number, headers = {}) =>
    program.json<Compared>('GET', `/maps/${map.id}/compare?from=${from}&to=${to}`, { headers });
  const title = async () => {
    const { map: now } = await program.json<{ map: JourneyMap }>('GET', `/maps/${map.id}/document`);
    return now.steps.find(({ id }) => id === 'step1')?.title;
  };

  test('tells what lies between a version and now, brings it back, and undoes that', async () => {
    const { summary, differences } = await compare(1, 'live');
    expect(summary.map(({ text }) => text)).toEqual(['1 step says something else: “Renamed”.']);
    expect(differences[0]?.fields?.[0]?.words).toEqual([
      { kind: 'removed', text: 'Sees the bill' },
      { kind: 'added', text: 'Renamed' },
    ]);
    const german = await compare(1, 'live', { 'Accept-Language': 'de' });
    expect(german.summary[0]?.text).toBe('1 Schritt lautet anders: „Renamed“.');
    expect(await compare('live', 'live')).toEqual({ matching: 'ids', matched: [], summary: [], differences: [] });

    type Restored = { before: ListedVersion; changes: number };
    const { before, changes } = await program.json<Restored>('POST', `/maps/${map.id}/versions/1/restore`, { body: {} });
    expect([before.number, before.kind, changes, await title()]).toEqual([2, 'beforeRestore', 1, 'Sees the bill']);
    expect((await compare(1, 'live')).differences).toEqual([]);
    expect(await program.json('POST', `/maps/${map.id}/restores/2/undo`)).toEqual({ taken: 1, kept: 0 });
    expect(await title()).toBe('Renamed');
    expect((await program.call('POST', `/maps/${map.id}/restores/2/undo`)).status).toBe(409);
    expect((await program.call('POST', `/maps/${map.id}/restores/1/undo`)).status).toBe(404);
  });

  test('is for whoever may keep versions and write; comparing is for all members', async () => {
    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const client = await ApiClient.of(server.running, viewer);
    expect((await client.call('GET', `/maps/${map.id}/compare?from=1`)).status).toBe(200);
    expect((await client.call('POST', `/maps/${map.id}/versions/1/restore`, { body: {} })).status).toBe(403);
    const stranger = await ApiClient.of(server.running, await addPerson(server.running, 'Stella'));
    expect((await stranger.call('GET', `/maps/${map.id}/compare?from=1`)).status).toBe(404);
    expect((await program.call('GET', `/maps/${map.id}/compare?from=9`)).status).toBe(404);
    expect((await program.call('POST', `/maps/${map.id}/versions/9/restore`, { body: {} })).status).toBe(404);
  });

  test('of another map, for whoever may see both: its things are matched by their ids, which a copy keeps', async () => {
    const copy = await duplicateMap(server.running, olga.actor, map, { locale: 'en' });
    await program.json('POST', `/maps/${copy.id}/versions`, { body: { name: 'As copied' }, status: 201 });
    const operations = [{ op: 'deleteStep', id: 'step1' }];
    await program.json('POST', `/maps/${copy.id}/operations`, { body: { operations } });
    const kindsOf = async (from: string, to: string) =>
      (await compare(from, to)).differences.map(({ kind, collection, id }) => `${kind} ${collection} ${id}`.trim());
    expect(await kindsOf('live', `${copy.id}@1`)).toEqual(['changed meta']);
    expect(await kindsOf('live', `${copy.id}@live`)).toContain('removed steps step1');
    expect(await kindsOf(`${copy.id}@live`, '1')).toContain('added steps step1');
    expect(await kindsOf(`${map.id}@1`, `${map.id}@live`)).toEqual(['changed steps step1']);
    expect((await program.call('GET', `/maps/${map.id}/compare?from=${copy.id}@7`)).status).toBe(404);
    expect((await program.call('GET', `/maps/${map.id}/compare?from=${copy.id}@`)).status).toBe(400);

    // What somebody pairs is one thing, whatever its ids say; what is parted is two.
    const paired = await program.json<Compared & { matched: object[] }>(
      'GET',
      `/maps/${map.id}/compare?from=1&to=${copy.id}@live&pairs=steps:step1:step2,cards:card1:`,
    );
    expect(paired.matched).toEqual([
      { collection: 'steps', before: 'step1', after: 'step2' },
      { collection: 'steps', before: 'step2', after: 'other-step2' },
      { collection: 'cards', before: 'card1', after: 'other-card1' },
    ]);
    expect((await program.call('GET', `/maps/${map.id}/compare?from=1&pairs=steps:step1`)).status).toBe(400);

    const viewer = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, viewer, 'viewer');
    const looking = await ApiClient.of(server.running, viewer);
    expect((await looking.call('GET', `/maps/${map.id}/compare?from=1&to=${copy.id}@1`)).status).toBe(200);
    const eve = await addPerson(server.running, 'Eve');
    const elsewhere = await addMap(server.running, await addWorkspace(server.running, eve, 'Elsewhere'));
    const stranger = await ApiClient.of(server.running, eve);
    for (const state of ['live', '1', '9']) {
      const asked = `/maps/${elsewhere.id}/compare?from=live&to=${map.id}@${state}`;
      expect((await stranger.call('GET', asked)).status).toBe(404);
      expect((await program.call('GET', asked)).status).toBe(404);
    }
    expect((await stranger.call('GET', `/maps/${elsewhere.id}/compare?from=live&to=nosuch@live`)).status).toBe(404);
    // A map in the bin is not there.
    await program.json('DELETE', `/maps/${copy.id}`, { status: 204 });
    expect((await program.call('GET', `/maps/${map.id}/compare?from=1&to=${copy.id}@live`)).status).toBe(404);
  });

  test('by the page’s own routes does the same, and lists tell of it', async () => {
    const params = (number: string) => ({ params: { mapId: map.id, number }, cookie: olga.cookie, method: 'POST' });
    const marks = async () => {
      const { items } = await listVersions(server.running.database, map.id, { limit: 50 });
      return items.map(({ number, restore }) => [number, restore]);
    };
    expect(await marks()).toEqual([[1, null]]);
    const answer = await callRoute(restoreRoute, params('1'));
    expect(await answer.json()).toMatchObject({ before: { number: 2, kind: 'beforeRestore' }, changes: 1 });
    expect(await title()).toBe('Sees the bill');
    const restore = { number: 1, name: 'First', parts: null, isUndone: false, isPending: false };
    expect(await marks()).toEqual([
      [2, restore],
      [1, null],
    ]);
    expect(await (await callRoute(undoRoute, params('2'))).json()).toEqual({ taken: 1, kept: 0 });
    expect(await title()).toBe('Renamed');
    expect((await marks())[0]).toEqual([2, { ...restore, isUndone: true }]);
    const refused = await Promise.all([undoRoute, restoreRoute].map((handler) => callRoute(handler, params('none'))));
    expect(refused.map(({ status }) => status)).toEqual([404, 404]);
    expect((await callRoute(undoRoute, params('2'))).status).toBe(409);
    // Parts of it: a step that is not among them stays as it is.
    const part = (id: string) => ({ ...params('1'), body: { parts: [{ type: 'step', id }] } });
    expect(await (await callRoute(restoreRoute, part('step2'))).json()).toMatchObject({ before: { number: 3 }, changes: 0 });
    expect(await title()).toBe('Renamed');
    expect(await (await callRoute(restoreRoute, part('step1'))).json()).toMatchObject({ before: { number: 4 }, changes: 1 });
    expect(await title()).toBe('Sees the bill');
    expect((await marks())[0]).toEqual([4, { ...restore, parts: 1 }]);
    expect((await callRoute(restoreRoute, { ...params('1'), body: { parts: [] } })).status).toBe(400);
    expect((await callRoute(restoreRoute, { ...params('1'), body: { parts: [{ type: 'persona', id: 'a' }] } })).status).toBe(400);
    const { cookie } = await addGuest(server.running, map, olga, 'editor');
    expect((await callRoute(restoreRoute, { ...params('1'), cookie })).status).toBe(403);
  });

  test('waits until a silent round is over, whose cards would go', async () => {
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'start' });
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'silent.start' });
    const refused = await program.call('POST', `/maps/${map.id}/versions/1/restore`, { body: {} });
    expect(refused.status).toBe(409);
    expect(await title()).toBe('Renamed');
  });
});
