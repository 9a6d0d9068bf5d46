import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as exportRoute } from '@/app/api/maps/[mapId]/export/route';
import { GET as readRoute } from '@/app/api/maps/[mapId]/versions/[number]/route';
import { GET as listRoute } from '@/app/api/maps/[mapId]/versions/route';
import type { MapRow } from '@/lib/data/maps';
import { createExporter } from '@/lib/export/exporter';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { moveMapTo } from '@/lib/maps/moveMap';
import { erasePerson } from '@/lib/sources/erasePerson';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import type { ListedVersion } from '@/lib/versions/listVersions';
import { requireVersion } from '@/lib/versions/readVersion';
import { readVersionEvidenceOnMap } from '@/lib/versions/versionEvidenceOnMap';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

describe('versions by API', () => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let map: MapRow;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
    olga = await addPerson(server.running, 'Olga');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    map = await addMap(server.running, workspaceId);
    program = await ApiClient.of(server.running, olga);
  });

  const path = (rest = '') => `/maps/${map.id}/versions${rest}`;
  const save = (name = '', headers = {}) => program.json<ListedVersion>('POST', path(), { body: { name }, status: 201, headers });
  const edit = (...operations: object[]) => program.json('POST', `/maps/${map.id}/operations`, { body: { operations } });
  const shown = async (number: number) => (await program.json<{ map: JourneyMap }>('GET', path(`/${number}/document`))).map;

  test('are kept once for a key, listed in pages, read, exported and deleted', async () => {
    const first = await save('First', { 'Idempotency-Key': 'once' });
    expect(await save('First', { 'Idempotency-Key': 'once' })).toEqual(first);
    await edit({ op: 'renameStep', id: 'step1', title: 'Renamed' });
    await save('Second');
    type Page = { items: ListedVersion[]; nextCursor: string | null };
    const page = await program.json<Page>('GET', path('?limit=1'));
    expect(page.items.map(({ name }) => name)).toEqual(['Second']);
    const rest = await program.json<Page>('GET', path(`?limit=1&cursor=${page.nextCursor}`));
    expect([rest.items.map(({ name }) => name), rest.nextCursor]).toEqual([['First'], null]);
    // Other lists' cursors hold a time, which is no number of a version.
    const foreign = Buffer.from(JSON.stringify([Date.UTC(2026, 0), map.id])).toString('base64url');
    expect((await program.json<Page>('GET', path(`?cursor=${foreign}`))).items).toHaveLength(2);
    expect(await program.json('GET', path('/1'))).toEqual(first);
    const titles = (read: JourneyMap) => read.steps.find(({ id }) => id === 'step1')?.title;
    expect(titles(await shown(2))).toBe('Renamed');
    expect(titles(await shown(1))).not.toBe('Renamed');
    expect((await program.call('GET', path('/7/document'))).status).toBe(404);
    await program.json('DELETE', path('/1'), { status: 204 });
    expect((await program.call('GET', path('/1'))).status).toBe(404);
    expect((await program.call('POST', path(), { body: { name: 'First' }, headers: { 'Idempotency-Key': 'once' } })).status).toBe(
      409,
    );
  });

  test('are for whom they are for', async () => {
    await save();
    const people = { editor: await addPerson(server.running, 'Edda'), viewer: await addPerson(server.running, 'Vera') };
    for (const role of ['editor', 'viewer'] as const) await addMember(server.running, workspaceId, people[role], role);
    const can = async (person: Person) => {
      const client = await ApiClient.of(server.running, person);
      const read = await client.call('GET', path('/1/document'));
      const kept = await client.call('POST', path(), { body: {} });
      return [read.status, kept.status, (await client.call('DELETE', path('/1'))).status];
    };
    expect(await can(people.viewer)).toEqual([200, 403, 403]);
    expect(await can(people.editor)).toEqual([200, 201, 403]);
    const stranger = await addPerson(server.running, 'Stella');
    expect(await can(stranger)).toEqual([404, 404, 404]);
    const asGuest = async (role: 'editor' | 'viewer') => {
      const { cookie } = await addGuest(server.running, map, olga, role);
      const list = await callRoute(listRoute, { params: { mapId: map.id }, cookie });
      return [list.status, (await callRoute(readRoute, { params: { mapId: map.id, number: '1' }, cookie })).status];
    };
    expect(await asGuest('editor')).toEqual([200, 200]);
    expect(await asGuest('viewer')).toEqual([403, 403]);
  });

  test('of a silent round show what is written in it after its end, and the end of a workshop is kept', async () => {
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'start' });
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'silent.start' });
    await edit({ op: 'addCard', at: { stepId: 'step1', laneId: 'lane1' }, text: 'Nobody may know yet' });
    await save();
    expect(JSON.stringify(await shown(1))).not.toContain('Nobody may know yet');
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'end' });
    expect(JSON.stringify(await shown(1))).toContain('Nobody may know yet');
    const { items } = await program.json<{ items: ListedVersion[] }>('GET', path());
    expect(items.map(({ number, kind, by }) => [number, kind, by?.name])).toEqual([
      [2, 'workshop', 'Olga'],
      [1, 'manual', 'Olga'],
    ]);
  });

  test('keep the figures of evidence as they stood, and not one word: whoever is erased is erased in them', async () => {
    const { database } = server.running;
    const sourceId = await storeSource(database, workspaceId);
    const key = await requireKey(server.running, workspaceId);
    const answers = manyAnswers(40, (index) => ({
      ...{ day: '2026-01-10', nps: 10, persons: [pseudonymOf(key, `c${index}`)] },
      ...(index === 1 ? { text: 'Words of one' } : {}),
    }));
    await storeAnswers(database, { sourceId, workspaceId }, answers);
    const target = { type: 'step', id: 'step2' };
    await edit({ op: 'linkEvidence', target, sourceId }, { op: 'linkEvidence', target, sourceId, responseId: 'r-1', column: 4 });
    await save();
    type Evidence = { steps: { stepId: string; scores: { figure: { n: number } }[] }[] };
    const figures = async () => {
      const { steps } = await program.json<Evidence>('GET', path('/1/evidence'));
      return steps.find(({ stepId }) => stepId === 'step2')?.scores.map(({ figure }) => figure.n);
    };
    const quotes = async (standing: Parameters<typeof readVersionEvidenceOnMap>[2]) => {
      const version = await requireVersion(database, map.id, 1);
      const found = await readVersionEvidenceOnMap(server.running, { workspaceId }, standing, version, await shown(1));
      return found?.get('step2')?.quotes.map(({ text }) => text);
    };
    expect(await figures()).toEqual([40]);
    expect(await quotes({ kind: 'member', role: 'owner' })).toEqual(['Words of one']);
    expect(await quotes({ kind: 'member', role: 'viewer' })).toEqual([]);
    expect(await quotes({ kind: 'guest', role: 'editor' })).toBeUndefined();
    await erasePerson(server.running, olga.actor, workspaceId, { identifier: 'c1' });
    expect(await quotes({ kind: 'member', role: 'owner' })).toEqual([null]);
    expect(await figures()).toEqual([40]);
    // In another workspace these answers are nobody's business.
    const other = await addWorkspace(server.running, olga, 'Elsewhere');
    await moveMapTo(server.running, olga.actor, map, other);
    expect(await figures()).toBeUndefined();
  });

  test('are exported in place of the live map, under their name, by whoever may see them', async () => {
    const { exporter } = server.running;
    server.running.exporter = createExporter();
    try {
      await edit({ op: 'setTitle', text: 'As it was' });
      await save('Agreed');
      await edit({ op: 'setTitle', text: 'As it is' });
      const read = async (query: string) => (await program.call('GET', `/maps/${map.id}/export?${query}`)).text();
      expect(await read('format=svg')).toContain('As it is');
      const svg = await read('format=svg&version=1&locale=en');
      expect(svg).toContain('As it was');
      expect(svg).not.toContain('As it is');
      expect(svg).toContain('Version 1 “Agreed”');
      const json = await program.call('GET', `/maps/${map.id}/export?format=json&version=1&locale=en`);
      expect(json.headers.get('content-disposition')).toContain('As it was');
      expect(await json.text()).toContain('As it was');
      expect((await program.call('GET', `/maps/${map.id}/export?format=json&version=9`)).status).toBe(404);
      const { cookie } = await addGuest(server.running, map, olga, 'viewer');
      const asViewer = (version: string) =>
        callRoute(exportRoute, { params: { mapId: map.id }, cookie, path: `/?format=json${version}` });
      expect([(await asViewer('')).status, (await asViewer('&version=1')).status]).toEqual([200, 403]);
    } finally {
      await server.running.exporter.close();
      server.running.exporter = exporter;
    }
  });

  test('go along when a map moves, and stay behind when it is copied', async () => {
    await save('Here');
    const copy = await duplicateMap(server.running, olga.actor, map, { locale: 'en' });
    expect(await program.json('GET', `/maps/${copy.id}/versions`)).toMatchObject({ items: [] });
    const other = await addWorkspace(server.running, olga, 'Elsewhere');
    await moveMapTo(server.running, olga.actor, map, other);
    expect(await program.json('GET', path())).toMatchObject({ items: [{ name: 'Here' }] });
  });
});
