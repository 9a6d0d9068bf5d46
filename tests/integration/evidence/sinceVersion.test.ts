import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { GET as page } from '@/app/api/maps/[mapId]/evidence/route';
import type { mapEvidenceSchema, targetFiguresSchema } from '@/lib/api/schemas/mapEvidence';
import type { MapRow } from '@/lib/data/maps';
import { moveMapTo } from '@/lib/maps/moveMap';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Body = z.output<typeof mapEvidenceSchema>;
type Target = z.output<typeof targetFiguresSchema>;

const step2 = { type: 'step', id: 'step2' } as const;

describe('scores against a version of the map', () => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let map: MapRow;
  let sourceId: string;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime();
    olga = await addPerson(server.running, 'Olga');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    map = await addMap(server.running, workspaceId);
    sourceId = await storeSource(server.running.database, workspaceId);
    program = await ApiClient.of(server.running, olga);
  });

  const bringIn = (count: number, nps: (index: number) => number, prefix = 'r') =>
    storeAnswers(
      server.running.database,
      { sourceId, workspaceId },
      manyAnswers(count, (at) => ({ day: '2026-01-10', nps: nps(at), channel: at % 2 ? 'phone' : 'shop' }), prefix),
    );
  const edit = (...operations: object[]) =>
    program.json<{ results: { id: string }[] }>('POST', `/maps/${map.id}/operations`, { body: { operations } });
  const save = () => program.json('POST', `/maps/${map.id}/versions`, { body: { name: 'Agreed' }, status: 201 });
  const read = (query = '?against=1') => program.json<Body>('GET', `/maps/${map.id}/evidence${query}`);
  const figures = (target: string) =>
    program.json<Target>('GET', `/maps/${map.id}/evidence/figures?target=${target}&split=channel&against=1`);
  const ofStep = ({ steps }: Body) => steps.find(({ stepId }) => stepId === 'step2');

  test('are told for steps and links, with what they were and whether that is more than chance', async () => {
    await bringIn(60, () => 0);
    await edit({ op: 'linkEvidence', target: step2, sourceId });
    await save();
    const same = await read();
    expect(same.against).toMatchObject({ version: 1, name: 'Agreed', isKept: true });
    expect(ofStep(same)).toMatchObject({ linkedThen: 'same', scores: [{ since: { verdict: 'withinNoise', difference: 0 } }] });

    await bringIn(200, () => 10, 'later');
    const later = await read();
    const since = { verdict: 'better', before: { n: 60, standing: 'firm', score: -100 } };
    expect(ofStep(later)?.scores).toMatchObject([{ figure: { n: 260 }, since }]);
    expect(later.links).toMatchObject([{ linkedThen: 'same', scores: [{ since }] }]);
    const detailed = await figures('step:step2');
    expect(detailed).toMatchObject({ against: { version: 1 }, linkedThen: 'same', scores: [{ since }] });
    expect(detailed.scores[0]?.groups.map(({ value, figure }) => [value, figure.n])).toEqual([
      ['phone', 130],
      ['shop', 130],
    ]);
    // Without a version there is none to tell about.
    const plain = await read('');
    expect([plain.against, ofStep(plain)?.linkedThen, ofStep(plain)?.scores[0]?.since]).toEqual([null, null, null]);
  });

  test('say when something else was linked, nothing was, or nothing is kept', async () => {
    await save();
    await bringIn(60, () => 5);
    const { results } = await edit({ op: 'linkEvidence', target: step2, sourceId });
    expect((await read()).against).toMatchObject({ isKept: false });
    expect(ofStep(await read())).toMatchObject({ linkedThen: 'notKept', scores: [{ since: null }] });
    await program.json('POST', `/maps/${map.id}/versions`, { body: {}, status: 201 });
    await edit(
      { op: 'changeLink', id: results[0]?.id, filter: { channel: 'phone' } },
      { op: 'linkEvidence', target: { type: 'step', id: 'step3' }, sourceId },
    );
    const narrowed = await read('?against=2');
    expect(ofStep(narrowed)).toMatchObject({ linkedThen: 'other', scores: [{ since: { before: { n: 60 } } }] });
    expect(Object.fromEntries(narrowed.links.map(({ target, linkedThen }) => [target.id, linkedThen]))).toEqual({
      step2: 'other',
      step3: 'none',
    });
    // Taken off and made again, it is the same link.
    await edit({ op: 'unlinkEvidence', ids: [results[0]?.id] }, { op: 'linkEvidence', target: step2, sourceId });
    expect(ofStep(await read('?against=2'))?.linkedThen).toBe('same');
  });

  test('of a card are compared where it has one link', async () => {
    await bringIn(60, () => 5);
    const cardId = (await edit({ op: 'addCard', at: { stepId: 'step2', laneId: 'lane1' }, text: 'Card' })).results[0]?.id;
    const target = { type: 'card', id: cardId };
    await edit({ op: 'linkEvidence', target, sourceId });
    await save();
    expect(await figures(`card:${cardId}`)).toMatchObject({
      linkedThen: 'same',
      scores: [{ since: { verdict: 'withinNoise' } }],
    });
    await edit({ op: 'linkEvidence', target, sourceId, filter: { channel: 'phone' } });
    expect(await figures(`card:${cardId}`)).toMatchObject({ linkedThen: 'notKept', scores: [{ since: null }] });
  });

  test('are for whoever may see both: no guest, no other workspace, no version that is not there', async () => {
    await bringIn(60, () => 5);
    await edit({ op: 'linkEvidence', target: step2, sourceId });
    await save();
    const vera = await addPerson(server.running, 'Vera');
    await addMember(server.running, workspaceId, vera, 'viewer');
    const asVera = await ApiClient.of(server.running, vera);
    expect((await asVera.call('GET', `/maps/${map.id}/evidence?against=1`)).status).toBe(200);
    expect((await program.call('GET', `/maps/${map.id}/evidence?against=9`)).status).toBe(404);
    expect((await program.call('GET', `/maps/${map.id}/evidence?against=0`)).status).toBe(400);
    const { cookie } = await addGuest(server.running, map, olga, 'editor');
    const asGuest = await callRoute(page, { params: { mapId: map.id }, cookie, path: '/?against=1' });
    expect(asGuest.status).toBe(403);
    const asOlga = (query: string, etag?: string) =>
      callRoute(page, {
        ...{ params: { mapId: map.id }, cookie: olga.cookie, path: `/${query}` },
        ...(etag ? { headers: { 'If-None-Match': etag } } : {}),
      });
    const etag = (await asOlga('?against=1')).headers.get('etag') ?? '';
    expect((await asOlga('?against=1', etag)).status).toBe(304);
    expect((await asOlga('', etag)).status).toBe(200);
    const other = await addWorkspace(server.running, olga, 'Elsewhere');
    await moveMapTo(server.running, olga.actor, map, other);
    expect((await read()).against).toMatchObject({ isKept: false });
  });
});
