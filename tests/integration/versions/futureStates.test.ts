import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GET as stateRoute } from '@/app/api/maps/[mapId]/future/route';
import { binMap } from '@/lib/data/auditedMaps';
import { listUsedBlobs } from '@/lib/data/blobReferences';
import { storeBlob } from '@/lib/data/blobs';
import type { MapRow } from '@/lib/data/maps';
import { schemaVersion } from '@/lib/document/schema';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { moveMapTo } from '@/lib/maps/moveMap';
import { removeMapForGood } from '@/lib/maps/purgeMap';
import { compress } from '@/lib/versions/compressed';
import { readStoredMap } from '@/lib/versions/readVersion';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { findRunningRound } from '@/lib/workshop/shownMap';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Summary = { id: string; title: string; kind: string };
type Change = { key: string; state: string; left: boolean; within: string | null };
type Baseline = {
  source: { place: string; mapId: string | null; title: string };
  version: { number: number; isThere: boolean };
  wasBaseline: boolean;
  hasContent: boolean;
};

describe('future states', () => {
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
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'As it is' }, status: 201 });
  });

  const derive = (body: object = { unsigned: true }, status = 201) =>
    program.json<Summary>('POST', `/maps/${map.id}/versions/1/future-states`, { body, status });
  const edit = (mapId: string, ...operations: object[]) =>
    program.json('POST', `/maps/${mapId}/operations`, { body: { operations } });
  const documentOf = async (mapId: string): Promise<JourneyMap> =>
    (await program.json<{ map: JourneyMap }>('GET', `/maps/${mapId}/document`)).map;
  const changesOf = async (mapId: string): Promise<Change[]> =>
    (await program.json<{ items: Change[] }>('GET', `/maps/${mapId}/baseline/changes`)).items;
  const baselineOf = (mapId: string) => program.json<Baseline>('GET', `/maps/${mapId}/baseline`);

  test('a version that nobody signed off is refused, unless somebody says that it may be one: that is recorded', async () => {
    expect(await derive({}, 409)).toMatchObject({ reason: 'notBaseline' });
    const future = await derive({ title: 'As it should be', unsigned: true });
    expect(future).toMatchObject({ title: 'As it should be', kind: 'future' });
    const { database } = server.running;
    const entry = await database.prisma.auditEntry.findFirstOrThrow({ where: { mapId: future.id, action: 'map.created' } });
    expect(entry.detail).toMatchObject({ source: 'future', from: map.id, version: 1, signed: false });
    expect(await baselineOf(future.id)).toMatchObject({
      source: { place: 'here', mapId: map.id },
      version: { number: 1, isThere: true },
      wasBaseline: false,
      hasContent: true,
    });
  });

  test('ids are kept, and what the current state changes since is taken over or left, one by one', async () => {
    const future = await derive();
    const [was, is] = [await documentOf(map.id), await documentOf(future.id)];
    expect(is.steps).toEqual(was.steps);
    expect(is.cards).toEqual(was.cards);
    expect(await changesOf(future.id)).toEqual([]);

    await edit(
      map.id,
      { op: 'renameStep', id: 'step1', title: 'Sees the bill online' },
      { op: 'renameStep', id: 'step2', title: 'Calls twice' },
      { op: 'addStep', as: 'new', at: { after: 'step2' }, title: 'Waits' },
      { op: 'addCard', at: { stepId: '$new', laneId: 'lane1' }, text: 'Listens to music' },
    );
    await edit(future.id, { op: 'renameStep', id: 'step2', title: 'Need not call' });
    const changes = await changesOf(future.id);
    const step = changes.find(({ key }) => key.startsWith('added steps'));
    expect(changes.find(({ key }) => key === 'changed steps step1')).toMatchObject({ state: 'open', left: false });
    expect(changes.find(({ key }) => key === 'changed steps step2')).toMatchObject({ state: 'conflict' });
    expect(changes.find(({ key }) => key.startsWith('added cards'))?.within).toBe(step?.key);

    const path = `/maps/${future.id}/baseline/changes`;
    const { taken } = await program.json<{ taken: string[] }>('POST', `${path}/take-over`, { body: { keys: [step?.key] } });
    expect(taken).toHaveLength(2);
    const after = await documentOf(future.id);
    expect(after.steps.map(({ title }) => title)).toContain('Waits');
    expect(after.cards.map(({ text }) => text)).toContain('Listens to music');
    expect(after.steps.find(({ id }) => id === 'step2')?.title).toBe('Need not call');

    await program.json('POST', `${path}/decide`, { body: { keys: ['changed steps step1'], left: true }, status: 204 });
    const left = async () => (await changesOf(future.id)).find(({ key }) => key === 'changed steps step1')?.left;
    expect(await left()).toBe(true);
    // What it says now is something else than what was left.
    await edit(map.id, { op: 'renameStep', id: 'step1', title: 'Sees the bill in the app' });
    expect(await left()).toBe(false);
  });

  test('what is taken over twice is merged from what was last taken over; a copy goes on from there, with what was decided', async () => {
    const future = await derive();
    const rename = (mapId: string, title: string, id = 'step1') => edit(mapId, { op: 'renameStep', id, title });
    const key = 'changed steps step1';
    const take = (mapId: string) =>
      program.json<{ taken: string[] }>('POST', `/maps/${mapId}/baseline/changes/take-over`, { body: { keys: [key] } });
    const stateOf = async (mapId: string) => (await changesOf(mapId)).find((change) => change.key === key)?.state;
    const titleOf = async (mapId: string) => (await documentOf(mapId)).steps.find(({ id }) => id === 'step1')?.title;

    await rename(future.id, 'Sees the bill at once');
    await rename(map.id, 'Sees the long bill');
    await rename(map.id, 'Calls twice', 'step2');
    expect((await take(future.id)).taken).toEqual([key]);
    expect(await stateOf(future.id)).toBe('taken');
    await rename(map.id, 'Sees the short bill');
    expect(await stateOf(future.id)).toBe('conflict');
    const body = { keys: ['changed steps step2'], left: true };
    await program.json('POST', `/maps/${future.id}/baseline/changes/decide`, { body, status: 204 });

    const copy = await program.json<Summary>('POST', `/maps/${future.id}/duplicate`, { body: {}, status: 201 });
    expect((await changesOf(copy.id)).find((change) => change.key === 'changed steps step2')?.left).toBe(true);
    for (const { id } of [future, copy]) {
      expect((await take(id)).taken).toEqual([key]);
      expect(await titleOf(id)).toBe('Sees the short bill at once');
      expect(await stateOf(id)).toBe('taken');
    }
    // What the current state takes back is told as well.
    await rename(map.id, 'Sees the bill');
    expect(await stateOf(copy.id)).toBe('conflict');
    await take(copy.id);
    expect(await titleOf(copy.id)).toBe('Sees the bill at once');
  });

  test('reasons for what differs belong to the future state: they are no difference themselves, and a copy keeps them', async () => {
    const aim = { kind: 'score', metric: 'csat', to: 80 };
    const thing = { collection: 'steps', id: 'step2' };
    await edit(map.id, { op: 'addReason', about: thing, text: 'Of the current state itself' });
    await program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'With a reason' }, status: 201 });
    const body = { unsigned: true };
    const future = await program.json<Summary>('POST', `/maps/${map.id}/versions/2/future-states`, { body, status: 201 });
    expect((await documentOf(future.id)).reasons).toEqual([]);
    expect(await changesOf(future.id)).toEqual([]);
    await program.json('POST', `/maps/${future.id}/versions`, { body: { name: 'As derived' }, status: 201 });

    await edit(
      future.id,
      { op: 'renameStep', id: 'step2', title: 'Need not call' },
      { op: 'addReason', as: 'why', about: thing, answers: [{ type: 'card', id: 'card3' }], aim },
      { op: 'setReasonText', id: '$why', text: 'Nobody waits twice' },
    );
    const [reason] = (await documentOf(future.id)).reasons;
    expect(reason).toMatchObject({ about: thing, text: 'Nobody waits twice', answers: [{ type: 'card', id: 'card3' }], aim });

    const between = async (from: string): Promise<string[]> => {
      const path = `/maps/${future.id}/compare?from=${from}&to=live`;
      const { differences } = await program.json<{ differences: { collection: string }[] }>('GET', path);
      return differences.map(({ collection }) => collection).filter((collection) => collection !== 'meta');
    };
    expect(await between(`${map.id}@2`)).toEqual(['steps']);
    expect(await between('1')).toEqual(['steps', 'reasons']);

    const copy = await program.json<Summary>('POST', `/maps/${future.id}/duplicate`, { body: {}, status: 201 });
    expect((await documentOf(copy.id)).reasons).toEqual([reason]);
  });

  test('what was stored before there were reasons is read without any', async () => {
    const { reasons: _, ...older } = await documentOf(map.id);
    const { hash } = await storeBlob(
      server.running.database,
      await compress(Buffer.from(JSON.stringify(older))),
      'application/json',
    );
    expect((await readStoredMap(server.running, { contentBlob: hash, schemaVersion })).reasons).toEqual([]);
  });

  test('a future state keeps its baseline when the version is deleted, the current state lies in the bin, and is gone', async () => {
    const future = await derive();
    const { database } = server.running;
    await program.json('DELETE', `/maps/${map.id}/versions/1`, { status: 204 });
    expect(await baselineOf(future.id)).toMatchObject({
      source: { place: 'here' },
      version: { isThere: false },
      hasContent: true,
    });

    await binMap(database, map, `user:${olga.actor.userId}`);
    expect(await baselineOf(future.id)).toMatchObject({ source: { place: 'bin', mapId: null } });
    expect((await program.call('GET', `/maps/${future.id}/baseline/changes`)).status).toBe(404);

    expect(await removeMapForGood(server.running, olga.actor, map)).toBe(true);
    expect(await baselineOf(future.id)).toMatchObject({ source: { place: 'away', mapId: null } });
    const base = await program.json<{ map: JourneyMap }>('GET', `/maps/${future.id}/baseline/document`);
    expect(base.map.steps.map(({ id }) => id)).toContain('step1');
    const row = await database.prisma.futureState.findUniqueOrThrow({ where: { mapId: future.id } });
    expect(await listUsedBlobs(database)).toContain(row.contentBlob);
  });

  test('a copy of it is another one from the same baseline; whoever cannot open one does not see it', async () => {
    const future = await derive();
    const copy = await program.json<Summary>('POST', `/maps/${future.id}/duplicate`, { body: {}, status: 201 });
    const listed = async (client: ApiClient) =>
      (await client.json<{ items: { mapId: string }[] }>('GET', `/maps/${map.id}/future-states`)).items.map(({ mapId }) => mapId);
    expect(await listed(program)).toEqual([future.id, copy.id]);
    expect(await derive({ unsigned: true }, 201)).toMatchObject({ kind: 'future' });

    const ben = await addPerson(server.running, 'Ben');
    await addMember(server.running, workspaceId, ben, 'editor');
    const elsewhere = await addWorkspace(server.running, olga);
    await moveMapTo(server.running, olga.actor, { ...map, id: future.id }, elsewhere);
    const bens = await ApiClient.of(server.running, ben);
    expect(await listed(bens)).not.toContain(future.id);
    expect((await bens.call('GET', `/maps/${future.id}/baseline`)).status).toBe(404);
    expect(await baselineOf(future.id)).toMatchObject({ source: { place: 'here' }, hasContent: true });
  });

  test('waits while the version holds what a silent round still hides', async () => {
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
    const refused = await program.json('POST', `/maps/${map.id}/versions/2/future-states`, {
      body: { unsigned: true },
      status: 409,
    });
    expect(refused).toMatchObject({ reason: 'versionHoldsHidden' });
    // What was kept before the round began holds nothing of it.
    expect(await derive()).toMatchObject({ kind: 'future' });
  });

  test('a viewer sees what is open and decides nothing; a future state of a future state there is not', async () => {
    const future = await derive();
    const vera = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, vera, 'viewer');
    const veras = await ApiClient.of(server.running, vera);
    expect((await veras.call('GET', `/maps/${future.id}/baseline/changes`)).status).toBe(200);
    const body = { keys: ['changed steps step1'] };
    for (const [what, more] of [
      ['take-over', {}],
      ['decide', { left: true }],
    ] as const) {
      const path = `/maps/${future.id}/baseline/changes/${what}`;
      expect((await veras.call('POST', path, { body: { ...body, ...more } })).status).toBe(403);
    }
    expect((await veras.call('POST', `/maps/${map.id}/versions/1/future-states`, { body: { unsigned: true } })).status).toBe(403);
    await program.json('POST', `/maps/${future.id}/versions`, { body: { name: 'F' }, status: 201 });
    const again = await program.json('POST', `/maps/${future.id}/versions/1/future-states`, {
      body: { unsigned: true },
      status: 409,
    });
    expect(again).toMatchObject({ reason: 'futureOfFuture' });
    const shown = await callRoute(stateRoute, { params: { mapId: map.id }, cookie: olga.cookie });
    expect(await shown.json()).toMatchObject({ origin: null, futures: [{ mapId: future.id, versionNumber: 1 }] });
  });
});
