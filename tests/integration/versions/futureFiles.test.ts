import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GET as exportRoute } from '@/app/api/maps/[mapId]/export/route';
import { POST as makeRoute } from '@/app/api/maps/route';
import type { MapRow } from '@/lib/data/maps';
import { createExporter } from '@/lib/export/exporter';
import { checksumOf } from '@/lib/interchange/fileBaseline';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { removeMapForGood } from '@/lib/maps/purgeMap';
import type { Origin } from '@/lib/versions/future/describeFuture';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { findRunningRound } from '@/lib/workshop/shownMap';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { mapBuilder } from '../../builders/map';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Made = { id: string; kind: string; report: { code: string; path?: string; message: string }[] };
type Written = ReturnType<typeof JSON.parse>;

describe('the file of a future state', () => {
  let server: TestRuntime;
  let olga: Person;
  let sam: Person;
  let workspaceId: string;
  let map: MapRow;
  let program: ApiClient;
  let stranger: ApiClient;
  let strange: string;
  let futureId: string;
  beforeAll(async () => {
    server = await startTestRuntime({ API_REQUESTS_PER_MINUTE: '60000' });
    server.running.exporter = createExporter();
    olga = await addPerson(server.running, 'Olga');
    sam = await addPerson(server.running, 'Sam');
    strange = await addWorkspace(server.running, sam, 'Elsewhere');
    stranger = await ApiClient.of(server.running, sam);
  });
  afterAll(async () => {
    await server.running.exporter.close();
    await server.stop();
  });
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    map = await addMap(server.running, workspaceId);
    program = await ApiClient.of(server.running, olga);
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'As it is' }, status: 201 });
    await sign(1);
    futureId = await derive();
    await edit(futureId, { op: 'renameStep', id: 'step2', title: 'Need not call' });
  });

  /** Puts a version up, and signs it at once: it is a baseline then. */
  async function sign(version: number): Promise<void> {
    const body = { version, signers: [{ userId: olga.actor.userId, departmentId: null }] };
    const { id } = await program.json<{ id: string }>('POST', `/maps/${map.id}/sign-offs`, { body, status: 201 });
    await program.json('POST', `/maps/${map.id}/sign-offs/${id}/decision`, { body: { decision: 'signed' } });
  }
  const derive = async (number = 1): Promise<string> => {
    const body = { title: 'As it should be', unsigned: true };
    return (await program.json<Made>('POST', `/maps/${map.id}/versions/${number}/future-states`, { body, status: 201 })).id;
  };
  const edit = (mapId: string, ...operations: object[]) =>
    program.json('POST', `/maps/${mapId}/operations`, { body: { operations } });
  const exported = async (mapId = futureId, query = '', by = program): Promise<Written> =>
    JSON.parse(await (await by.call('GET', `/maps/${mapId}/export?format=json${query}`)).text());
  const bring = (file: Written, { by = program, to = workspaceId } = {}): Promise<Made> =>
    by.json<Made>('POST', `/maps/import?workspace=${to}&format=json`, {
      file: new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file)),
      status: 201,
    });
  const originOf = (mapId: string, by = program) => by.json<Origin>('GET', `/maps/${mapId}/baseline`);
  const baseOf = async (mapId: string, by = program): Promise<JourneyMap> =>
    (await by.json<{ map: JourneyMap }>('GET', `/maps/${mapId}/baseline/document`)).map;
  const codesOf = ({ report }: Made): string[] => report.map(({ code }) => code);

  test('says which version it starts from and what was on it, and of a version of itself the same', async () => {
    const version = await program.json<{ contentHash: string; at: string }>('GET', `/maps/${map.id}/versions/1`);
    const { baseline } = await exported();
    expect(baseline).toMatchObject({
      source: { id: map.id, title: 'A bill that is too high' },
      version: { number: 1, name: 'As it is', at: version.at, contentHash: version.contentHash },
      signed: true,
      content: { schemaVersion: 2, sha256: checksumOf(await baseOf(futureId)) },
    });
    expect(baseline.content.map).toEqual(await baseOf(futureId));
    await program.json('POST', `/maps/${futureId}/versions`, { body: { name: 'F' }, status: 201 });
    expect((await exported(futureId, '&version=1')).baseline).toEqual(baseline);
    const { content: _, ...facts } = baseline;
    expect((await exported(futureId, '&baseline=false')).baseline).toEqual(facts);
    expect('baseline' in (await exported(map.id))).toBe(false);
    // That the current state left as well is noted.
    const noted = await server.running.database.prisma.auditEntry.findMany({
      where: { action: 'map.exported', mapId: futureId },
      orderBy: { id: 'asc' },
    });
    expect(noted.map(({ detail }) => (detail as Written).baseline ?? false)).toEqual([true, true, false]);
  });

  test('makes a future state of the same version again, by what is known of that here', async () => {
    const file = await exported();
    // Whatever somebody made of the words: what is here counts.
    Object.assign(file.baseline.version, { name: 'Forged', number: 7, at: '2001-01-01T00:00:00Z' });
    Object.assign(file.baseline.source, { title: 'Forged' });
    const made = await bring(file);
    expect(codesOf(made)).toEqual([]);
    expect(await originOf(made.id)).toEqual(await originOf(futureId));
    expect(await originOf(made.id)).toMatchObject({
      source: { place: 'here', mapId: map.id },
      version: { number: 1, name: 'As it is', isThere: true },
      ...{ wasBaseline: true, isBaseline: true, hasContent: true, fromFile: false },
    });
    expect(await baseOf(made.id)).toEqual(await baseOf(futureId));
    const { items } = await program.json<{ items: Written[] }>('GET', `/maps/${map.id}/future-states`);
    expect(items.map(({ mapId }) => mapId)).toEqual([futureId, made.id]);
    await edit(map.id, { op: 'renameStep', id: 'step1', title: 'Sees the bill online' });
    const changes = await program.json<{ items: Written[] }>('GET', `/maps/${made.id}/baseline/changes`);
    expect(changes.items.map(({ key }) => key)).toEqual(['changed steps step1']);
    // It is told at once to whoever has the current state open, and noted where that is.
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'future.changed', mapId: map.id }));
    const entry = await server.running.database.prisma.auditEntry.findFirstOrThrow({
      where: { mapId: made.id, action: 'map.created' },
    });
    expect(entry.detail).toEqual({ source: 'json', from: map.id, version: 1, signed: true });
  });

  test('comes through the page as through the interface for programs, also into another workspace of the same person', async () => {
    const other = await addWorkspace(server.running, olga, 'Another');
    const text = JSON.stringify(await exported());
    const response = await callRoute(makeRoute, {
      method: 'POST',
      cookie: olga.cookie,
      body: { workspaceId: other, source: { type: 'json', text, name: 'map.json' } },
    });
    const { id } = (await response.json()) as { id: string };
    expect(await originOf(id)).toMatchObject({ source: { place: 'here', mapId: map.id }, hasContent: true, fromFile: false });
    const ben = await addPerson(server.running, 'Ben');
    await addMember(server.running, other, ben, 'viewer');
    const bens = await ApiClient.of(server.running, ben);
    expect(await originOf(id, bens)).toMatchObject({
      source: { place: 'away', mapId: null, title: 'A bill that is too high' },
      version: { isThere: false },
      hasContent: true,
    });
  });

  test('tells somebody who knows nothing of the map what the file says, and leads them nowhere', async () => {
    const made = await bring(await exported(), { by: stranger, to: strange });
    expect(codesOf(made)).toEqual([]);
    expect(await originOf(made.id, stranger)).toEqual({
      source: { place: 'away', mapId: null, title: 'A bill that is too high' },
      version: { number: 1, name: 'As it is', at: (await originOf(futureId)).version.at, isThere: false },
      ...{ wasBaseline: true, isBaseline: false, hasContent: true, fromFile: true },
    });
    expect(await baseOf(made.id, stranger)).toEqual(await baseOf(futureId));
    expect((await stranger.call('GET', `/maps/${made.id}/baseline/changes`)).status).toBe(404);
    expect((await program.json<{ items: Written[] }>('GET', `/maps/${map.id}/future-states`)).items).toHaveLength(1);
    // Back where the map is, and in the hands of somebody who may see it, the file leads there again.
    const back = await bring(await exported(made.id, '', stranger));
    expect(await originOf(back.id)).toMatchObject({
      source: { place: 'here', mapId: map.id },
      isBaseline: true,
      fromFile: false,
    });
  });

  test('that was forged reveals nothing of a map, nor of a version, that whoever imports it may not see', async () => {
    const secret = await addMap(server.running, workspaceId, mapBuilder({ title: 'Kanarienvogel' }).toMap());
    await program.json('POST', `/maps/${secret.id}/versions`, { body: { name: 'Kanarienvogel' }, status: 201 });
    const { items } = await program.json<{ items: { contentHash: string }[] }>('GET', `/maps/${secret.id}/versions`);
    const version = await server.running.database.prisma.mapVersion.findFirstOrThrow({ where: { mapId: secret.id } });
    const own = await addMap(server.running, strange);
    const file = await exported();
    for (const source of [secret.id, own.id]) {
      for (const [id, contentHash] of [
        [version.id, items[0]?.contentHash],
        [version.id, undefined],
        [undefined, undefined],
      ]) {
        const forged = structuredClone(file);
        forged.baseline.source = { id: source, title: 'x' };
        forged.baseline.version = { id, number: 1, at: '2026-01-01T00:00:00Z', contentHash };
        for (const content of [forged.baseline.content, undefined]) {
          forged.baseline.content = content;
          const made = await bring(forged, { by: stranger, to: strange });
          const told = JSON.stringify([made, await originOf(made.id, stranger)]);
          expect(told).not.toContain('Kanarienvogel');
          expect(told).not.toContain(secret.id);
          expect(await originOf(made.id, stranger)).toMatchObject({
            version: { isThere: false, name: '' },
            ...{ isBaseline: false, fromFile: true, hasContent: content !== undefined },
          });
          // Nor to those who may see both is anything shown as derived from it, or to be taken over into somebody else's map.
          expect((await stranger.call('GET', `/maps/${made.id}/baseline/changes`)).status).toBe(
            source === own.id && content !== undefined ? 200 : 404,
          );
        }
      }
    }
    const listed = await program.json<{ items: Written[] }>('GET', `/maps/${secret.id}/future-states`);
    expect(listed.items).toEqual([]);
  });

  test('with a content that is gone or was changed gets it from the version where that is here, and says so where it is not', async () => {
    const changed = await exported();
    changed.baseline.content.map.steps[0].title = 'Never so';
    const without = await exported(futureId, '&baseline=false');
    for (const [file, code] of [
      [changed, 'json.baselineContentChanged'],
      [without, 'json.baselineContentMissing'],
    ]) {
      const here = await bring(file);
      expect(codesOf(here)).toEqual([]);
      expect(await baseOf(here.id)).toEqual(await baseOf(futureId));

      const elsewhere = await bring(file, { by: stranger, to: strange });
      expect(codesOf(elsewhere)).toEqual([code]);
      expect(await originOf(elsewhere.id, stranger)).toMatchObject({ hasContent: false, version: { number: 1 } });
      expect((await stranger.call('GET', `/maps/${elsewhere.id}/baseline/document`)).status).toBe(404);
      const { map: shown } = await stranger.json<{ map: JourneyMap }>('GET', `/maps/${elsewhere.id}/document`);
      expect(shown.meta.notes).toContain('the version that the future state starts from is');
      // And so does the file that is made of that.
      const again = await stranger.call('GET', `/maps/${elsewhere.id}/export?format=json`);
      expect(JSON.parse(decodeURIComponent(again.headers.get('X-Export-Warnings') ?? ''))).toEqual([
        { code: 'baselineNotIncluded', what: 'content' },
      ]);
    }
  });

  test('that means another version than the one that is here is not linked with that', async () => {
    const file = await exported();
    file.baseline.version.contentHash = 'f'.repeat(64);
    const made = await bring(file);
    expect(codesOf(made)).toEqual(['json.baselineOtherVersion']);
    expect(await originOf(made.id)).toMatchObject({
      source: { place: 'here', mapId: map.id },
      version: { isThere: false },
      ...{ isBaseline: false, wasBaseline: true, hasContent: true, fromFile: true },
    });
  });

  test('that names a version by its number alone is linked with it only where both say the same', async () => {
    await edit(map.id, { op: 'renameStep', id: 'step1', title: 'Sees the bill online' });
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'Another' }, status: 201 });
    const { id } = await server.running.database.prisma.mapVersion.findFirstOrThrow({ where: { mapId: map.id, number: 2 } });
    const file = await exported();
    const { content } = file.baseline;
    const at = '2026-11-20T08:30:00Z';
    const cases = [
      // As a copy that was saved from a page has it.
      [{ number: 1, at }, content, null],
      [{ number: 2, at }, content, 'json.baselineOtherVersion'],
      [{ id, number: 2, at }, content, 'json.baselineOtherVersion'],
      [{ number: 1, at }, undefined, 'json.baselineVersionNotFound'],
      [{ id, number: 2, at }, undefined, 'json.baselineVersionNotFound'],
      [{ number: 9, at }, content, 'json.baselineVersionNotFound'],
    ] as const;
    for (const [version, said, code] of cases) {
      file.baseline = { ...file.baseline, version, content: said };
      const made = await bring(file);
      expect(codesOf(made).filter((one) => one !== 'json.baselineContentMissing')).toEqual(code ? [code] : []);
      expect(await originOf(made.id)).toMatchObject({
        source: { place: 'here', mapId: map.id },
        version: { number: version.number, isThere: code === null, name: code ? '' : 'As it is' },
        ...{ isBaseline: code === null, hasContent: said !== undefined, fromFile: code !== null },
      });
      if (said) expect(await baseOf(made.id)).toEqual(content.map);
    }
  });

  test('keeps its map when the version is gone, and its words when the map is gone, too', async () => {
    const file = await exported();
    await program.json('DELETE', `/maps/${map.id}/versions/1`, { status: 204 });
    const first = await bring(file);
    expect(codesOf(first)).toEqual(['json.baselineVersionNotFound']);
    expect(await originOf(first.id)).toMatchObject({
      source: { place: 'here', mapId: map.id },
      version: { number: 1, isThere: false },
      ...{ hasContent: true, fromFile: true },
    });
    expect((await program.call('GET', `/maps/${first.id}/baseline/changes`)).status).toBe(200);
    await program.json('DELETE', `/maps/${map.id}`, { status: 204 });
    expect(await originOf(first.id)).toMatchObject({ source: { place: 'bin', mapId: null } });
    await removeMapForGood(server.running, olga.actor, map);
    const second = await bring(file);
    for (const { id } of [first, second]) {
      expect(await originOf(id)).toMatchObject({ source: { place: 'away', title: 'A bill that is too high' }, hasContent: true });
      expect((await baseOf(id)).steps).toHaveLength(3);
    }
  });

  test('is not taken for signed off because it says so', async () => {
    await edit(map.id, { op: 'renameStep', id: 'step1', title: 'Sees the bill online' });
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'Unsigned' }, status: 201 });
    const file = await exported(await derive(2));
    expect(file.baseline.signed).toBe(false);
    file.baseline.signed = true;
    expect(await originOf((await bring(file)).id)).toMatchObject({ wasBaseline: false, isBaseline: false, fromFile: false });
    expect(await originOf((await bring(file, { by: stranger, to: strange })).id, stranger)).toMatchObject({
      ...{ wasBaseline: true, isBaseline: false, fromFile: true },
    });
  });

  test('holds no more of the current state than a future state shows, and nothing from a silent round that is on', async () => {
    await edit(map.id, { op: 'deleteCards', ids: ['card1'] });
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'With a deleted card' }, status: 201 });
    const file = await exported(await derive(2), '&deleted=true');
    expect(JSON.stringify(file.baseline)).not.toContain('Opens the letter');
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'start' });
    await actOnWorkshop(server.running, olga.actor, map.id, { type: 'silent.start' });
    const { id: round } = (await findRunningRound(server.running, map.id)) ?? { id: '' };
    const hidden = new Y.Map(
      Object.entries({
        pos: { stepId: 'step1', laneId: 'lane1', order: 'a9' },
        kind: 'note',
        text: new Y.Text('Sh'),
        round: { id: round, by: 'somebody', startedAt: 1 },
      }),
    );
    await server.running.liveMaps.write(map.id, 'system', (doc) => void doc.getMap('cards').set('hiddenCard', hidden));
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'Meanwhile' }, status: 201 });
    // A file that names that version brings its own words, and none of what the round hides.
    const { contentHash } = await program.json<{ contentHash: string }>('GET', `/maps/${map.id}/versions/3`);
    file.baseline.version = { number: 3, at: '2026-11-20T08:30:00Z', contentHash };
    const made = await bring(file);
    expect(await originOf(made.id)).toMatchObject({ version: { number: 3, name: 'Meanwhile', isThere: true }, fromFile: true });
    expect(await baseOf(made.id)).toEqual(file.baseline.content.map);
  });

  test('does not say what it starts from when a guest who may see no versions takes it along, and says that', async () => {
    const future = await server.running.database.prisma.journeyMap.findUniqueOrThrow({ where: { id: futureId } });
    const { cookie } = await addGuest(server.running, future as unknown as MapRow, olga, 'viewer');
    const path = '/?format=json';
    const response = await callRoute(exportRoute, { params: { mapId: futureId }, cookie, path });
    expect(JSON.parse(decodeURIComponent(response.headers.get('X-Export-Warnings') ?? ''))).toEqual([
      { code: 'baselineNotIncluded', what: 'all' },
    ]);
    const file = JSON.parse(await response.text());
    expect(file.baseline).toBeNull();
    expect(JSON.stringify(file)).not.toContain(map.id);
    const made = await bring(file);
    expect([made.kind, codesOf(made)]).toEqual(['future', ['json.baselineWithheld']]);
    expect((await program.call('GET', `/maps/${made.id}/baseline`)).status).toBe(404);
  });

  test('with more on its baseline than a map may have leaves that out, and makes the map', async () => {
    const { env } = server.running;
    const file = await exported();
    const max = env.MAX_CARDS_PER_MAP;
    const { length } = file.map.cards;
    const [card] = file.baseline.content.map.cards;
    file.baseline.content.map.cards.push({ ...card, id: 'oneMore' });
    file.baseline.content.sha256 = checksumOf(file.baseline.content.map);
    env.MAX_CARDS_PER_MAP = length;
    try {
      const made = await bring(file, { by: stranger, to: strange });
      expect(codesOf(made)).toEqual(['json.baselineTooLarge']);
      expect(await originOf(made.id, stranger)).toMatchObject({ hasContent: false });
    } finally {
      env.MAX_CARDS_PER_MAP = max;
    }
  });

  test('names no evidence of another workspace in its baseline, and is looked at without anything being stored', async () => {
    const link = { id: 'link9', target: { type: 'step', id: 'step1' }, sourceId: 'sourceOfElsewhere', filter: {} };
    const file = await exported();
    file.baseline.content.map.links.push(link);
    file.baseline.content.sha256 = checksumOf(file.baseline.content.map);
    const blobs = await server.running.database.prisma.blob.count();
    const check = { file: new TextEncoder().encode(JSON.stringify(file)) };
    const looked = await stranger.json<Made>('POST', '/maps/import/check?format=json', check);
    expect(codesOf(looked)).toEqual([]);
    expect(await server.running.database.prisma.blob.count()).toBe(blobs);
    const made = await bring(file, { by: stranger, to: strange });
    expect(codesOf(made)).toEqual(['json.baselineEvidenceMissing']);
    expect((await baseOf(made.id, stranger)).links).toEqual([]);
  });
});
