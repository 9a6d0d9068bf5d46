// More than 400 lines, and one file all the same: it starts the product on both databases, which takes longer than its tests, and these share one scene.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { GET as page } from '@/app/api/maps/[mapId]/evidence/route';
import type { Standing } from '@/lib/access/standing';
import type { quotePage } from '@/lib/api/endpoints/mapEvidence';
import type { mapEvidenceSchema, targetFiguresSchema } from '@/lib/api/schemas/mapEvidence';
import { cancelImport } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { forgetTexts } from '@/lib/data/evidence/texts';
import type { MapRow } from '@/lib/data/maps';
import type { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { erasePerson } from '@/lib/sources/erasePerson';
import { readEvidenceOnMap } from '@/lib/sources/links/readEvidenceOnMap';
import { removeSource } from '@/lib/sources/manageSources';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { type GivenAnswer, manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { smallMap } from '../../builders/map';
import { addGuest, addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Body = z.output<typeof mapEvidenceSchema>;
type NewLink = Parameters<typeof linkEvidence>[1];

const step = (id: string) => ({ type: 'step', id }) as const;
/** 60 % promoters on the hotline, 10 % in the shop; satisfied there, not here. */
const answerOf = (index: number): Omit<GivenAnswer, 'id'> => {
  const isHotline = index % 2 === 0;
  return {
    day: `2026-0${1 + (index % 6)}-1${index % 10}`,
    touchpoint: isHotline ? 'Hotline' : 'Shop',
    channel: isHotline ? 'phone' : 'shop',
    segments: { Region: index % 3 === 0 ? 'North' : 'South' },
    nps: isHotline ? (index % 10 < 6 ? 9 : 3) : index % 20 === 1 ? 10 : 0,
    csat: isHotline ? 2 : 5,
    ...(index % 4 === 0 ? { text: `Reason ${index}` } : {}),
  };
};

describe.each(await listDatabaseKinds())('evidence of a map (%s)', { timeout: 120_000 }, (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let workspaceId: string;
  let sourceId: string;
  let map: MapRow;
  let mapId: string;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    vera = await addPerson(server.running, 'Vera');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    await addMember(server.running, workspaceId, vera, 'viewer');
    program = await ApiClient.of(server.running, olga);
    map = await addMap(server.running, workspaceId);
    mapId = map.id;
    sourceId = await storeSource(server.running.database, workspaceId);
  });

  const bringIn = (answers: readonly GivenAnswer[], of = sourceId) =>
    storeAnswers(server.running.database, { sourceId: of, workspaceId }, answers);
  const link = async (...links: NewLink[]): Promise<string[]> => {
    const operations = links.map((each) => ({ op: 'linkEvidence', ...each }));
    const body = { operations };
    const { results } = await program.json<{ results: { id: string }[] }>('POST', `/maps/${mapId}/operations`, { body });
    return results.map(({ id }) => id);
  };
  const read = () => program.json<Body>('GET', `/maps/${mapId}/evidence`);
  const ofStep = async (id: string) => (await read()).steps.find(({ stepId }) => stepId === id);
  const scoresOf = (of: { scores: Body['steps'][number]['scores'] } | undefined) =>
    Object.fromEntries((of?.scores ?? []).map(({ scale, figure }) => [scale.metric, [figure.n, figure.score]]));

  test('a map without links says so, and costs nothing', async () => {
    const evidence = await read();
    expect(evidence).toMatchObject({ sources: [], links: [], gaps: [] });
    expect(evidence.steps.map(({ stepId, scores, level }) => [stepId, scores, level.reason])).toEqual(
      ['step1', 'step2', 'step3'].map((id) => [id, [], { kind: 'noScores' }]),
    );
  });

  test('tells each link and each step its scores, its level with the reason, and what customers feel', async () => {
    await bringIn(manyAnswers(200, answerOf));
    await link({ target: step('step2'), sourceId, filter: { touchpoint: 'Hotline' } }, { target: step('step3'), sourceId });
    const evidence = await read();
    const [hotline] = evidence.links.filter(({ target }) => target.id === 'step2');
    expect(hotline).toMatchObject({ state: 'found', answers: 100, quotes: 50, sourceId, filter: { touchpoint: 'Hotline' } });
    expect(scoresOf(await ofStep('step2'))).toEqual({ nps: [100, 20], csat: [100, 0] });
    expect(scoresOf(await ofStep('step3'))).toEqual({ nps: [200, -30], csat: [200, 50] });
    const nps = hotline?.scores.find(({ scale }) => scale.metric === 'nps');
    expect(nps).toMatchObject({ method: { kind: 'nps' }, asked: [{ sourceId, column: 1 }], figure: { standing: 'firm' } });
    expect(nps?.figure.interval?.lower).toBeLessThan(20);
    expect(nps?.figure.distribution.find(({ score }) => score === 9)?.count).toBe(60);
    const told = await ofStep('step2');
    expect(told?.level).toEqual({
      own: 'assumed',
      level: 'measured',
      reason: { kind: 'measured', metric: 'nps', n: 100, needed: 30 },
    });
    // By satisfaction alone: each answer counts once.
    expect(told?.emotion).toMatchObject({ n: 100, score: -1 });
    expect(told?.scores[0]?.months.map(({ month, n }) => [month, n])).toEqual([
      ['2026-01', 34],
      ['2026-03', 33],
      ['2026-05', 33],
    ]);
    expect(evidence.sources).toMatchObject([{ id: sourceId, name: 'After the call', columns: [{ number: 1 }, {}, {}, {}] }]);
  });

  test('an answer that several links mean counts once for a step', async () => {
    await bringIn(manyAnswers(100, answerOf));
    await link(
      { target: step('step2'), sourceId, filter: { touchpoint: 'Hotline' } },
      { target: step('step2'), sourceId, filter: { channel: 'phone' } },
      { target: step('step2'), sourceId, filter: { segment: 'Region=North' } },
      { target: step('step2'), sourceId, responseId: 'r-0' },
      { target: step('step2'), sourceId, responseId: 'r-1' },
    );
    // All even ones, of the odd ones those in the north, and r1.
    const odd = manyAnswers(100, answerOf).filter(
      ({ touchpoint, segments }) => touchpoint === 'Shop' && segments?.Region === 'North',
    );
    const n = 50 + odd.length + 1;
    expect(await ofStep('step2')).toMatchObject({ answers: n });
    expect((await ofStep('step2'))?.scores.map(({ figure }) => figure.n)).toEqual([n, n]);
  });

  test('sources that ask alike are told as one score; two questions of one source never are', async () => {
    const other = await storeSource(server.running.database, workspaceId, 'After the visit');
    await bringIn(manyAnswers(40, () => ({ day: '2026-01-10', nps: 10 })));
    await bringIn(
      manyAnswers(60, () => ({ day: '2026-01-10', nps: 0 })),
      other,
    );
    await link({ target: step('step1'), sourceId }, { target: step('step1'), sourceId: other });
    const told = await ofStep('step1');
    expect(scoresOf(told)).toEqual({ nps: [100, -20] });
    expect(told?.scores[0]?.asked).toHaveLength(2);
  });

  test('compares with the period before, and says when the difference is noise, or rests on too few', async () => {
    const inMonth = (month: string, count: number, nps: (index: number) => number, prefix: string) =>
      manyAnswers(count, (index) => ({ day: `2026-${month}-1${index % 10}`, nps: nps(index), touchpoint: prefix }), prefix);
    await bringIn([
      ...inMonth('02', 100, () => 3, 'A'),
      ...inMonth('06', 100, () => 10, 'A2').map((answer) => ({ ...answer, touchpoint: 'A' })),
      ...inMonth('02', 100, (index) => (index % 2 ? 10 : 3), 'B'),
      ...inMonth('06', 100, (index) => (index % 20 === 0 ? 3 : index % 2 ? 10 : 3), 'B2').map((answer) => ({
        ...answer,
        touchpoint: 'B',
      })),
      ...inMonth('06', 5, () => 10, 'C'),
    ]);
    const [a, b, c, d] = await link(
      { target: step('step1'), sourceId, filter: { touchpoint: 'A' } },
      { target: step('step2'), sourceId, filter: { touchpoint: 'B' } },
      { target: step('step3'), sourceId, filter: { touchpoint: 'C' } },
      { target: { type: 'moment', id: 'step2' }, sourceId, filter: { touchpoint: 'A', from: '2026-06-01', to: '2026-06-30' } },
    );
    const { links } = await read();
    const changeOf = (id: string | undefined) => links.find((each) => each.id === id)?.scores[0]?.change;
    // 90 days up to the last answer of the source, on the 19th of June.
    expect(changeOf(a)).toMatchObject({
      verdict: 'better',
      difference: 200,
      after: { from: '2026-03-22', to: '2026-06-19', n: 100 },
      before: { from: '2025-12-22', to: '2026-03-21', n: 100 },
    });
    expect(changeOf(b)).toMatchObject({ verdict: 'withinNoise' });
    expect(changeOf(c)).toMatchObject({ verdict: 'tooFew', after: { n: 5 }, before: { n: 0 } });
    expect(links.find(({ id }) => id === c)?.scores[0]?.figure).toMatchObject({ n: 5, standing: 'tooFew', score: null });
    expect(changeOf(d)).toMatchObject({
      verdict: 'tooFew',
      after: { from: '2026-06-01', n: 100 },
      before: { from: '2026-05-02', n: 0 },
    });
  });

  test('what is linked to cards, transitions and moments counts there, and not for the step', async () => {
    await bringIn(manyAnswers(40, answerOf));
    await link(
      { target: { type: 'card', id: 'card1' }, sourceId },
      { target: { type: 'moment', id: 'step2' }, sourceId },
      { target: { type: 'transition', id: 'transition1' }, sourceId },
    );
    const { links, steps } = await read();
    expect(links.map(({ answers }) => answers)).toEqual([40, 40, 40]);
    expect(steps.map(({ answers, scores }) => [answers, scores])).toEqual([
      [0, []],
      [0, []],
      [0, []],
    ]);
  });

  test('another workspace’s source, a deleted one and an unknown one show nothing; a later filter nothing either', async () => {
    const theirs = await addWorkspace(server.running, olga, 'Elsewhere');
    const foreign = await storeSource(server.running.database, theirs);
    await storeAnswers(server.running.database, { sourceId: foreign, workspaceId: theirs }, manyAnswers(40, answerOf));
    await bringIn(manyAnswers(40, answerOf));
    const gone = await storeSource(server.running.database, workspaceId);
    await bringIn(manyAnswers(40, answerOf), gone);
    await link(
      { target: step('step1'), sourceId: foreign },
      { target: step('step1'), sourceId: foreign, responseId: 'r-1' },
      { target: step('step1'), sourceId: gone },
      { target: step('step1'), sourceId: 'nosuch' },
    );
    expect((await ofStep('step1'))?.answers).toBe(40);
    await removeSource(server.running, olga.actor, { id: gone, workspaceId });
    const [later = ''] = await link({ target: step('step1'), sourceId, filter: { channel: 'phone' } });
    await server.running.liveMaps.write(mapId, 'user:x', (doc) => {
      (doc.getMap('links').get(later) as Map<string, unknown>).set('filter', { channel: 'phone', mood: 'waiting' });
    });
    const { links, steps, sources } = await read();
    expect(links.map(({ state, answers, quotes, scores }) => [state, answers, quotes, scores.length]).sort()).toEqual(
      [...Array(4).fill(['noSource', 0, 0, 0]), ['notUnderstood', 0, 0, 0]].sort(),
    );
    expect(steps[0]).toMatchObject({ answers: 0, scores: [] });
    expect(sources.map(({ id }) => id)).toEqual([sourceId]);
  });

  test('new answers flow in; erased ones, and files that are taken back, flow out', async () => {
    const key = await requireKey(server.running, workspaceId);
    await link({ target: step('step1'), sourceId }, { target: step('step2'), sourceId, responseId: 'r-1' });
    expect(scoresOf(await ofStep('step1'))).toEqual({});
    await bringIn(manyAnswers(40, (index) => ({ ...answerOf(index), persons: [pseudonymOf(key, `c${index}`)] })));
    expect((await ofStep('step1'))?.answers).toBe(40);
    const second = await bringIn(manyAnswers(30, answerOf, 's'));
    expect((await ofStep('step1'))?.answers).toBe(70);
    await erasePerson(server.running, olga.actor, workspaceId, { identifier: 'c1' });
    expect((await ofStep('step1'))?.answers).toBe(69);
    expect((await read()).links.map(({ state }) => state).sort()).toEqual(['erased', 'found']);
    await cancelImport(server.running.database, { id: second, sourceId }, { actorId: 'user:x', workspaceId });
    expect((await ofStep('step1'))?.answers).toBe(39);
  });

  test('words are looked for once, also in what comes in later, and go with the answers', async () => {
    const { database, imports, events } = server.running;
    const wrote = (texts: readonly (string | undefined)[], prefix: string) =>
      texts.map((text, index) => ({
        ...{ id: `${prefix}-${index}`, day: '2026-01-10', nps: index % 11, touchpoint: index % 2 ? 'Shop' : 'Hotline' },
        ...(text === undefined ? {} : { text }),
      }));
    const heard: string[] = [];
    const stop = events.subscribe(
      ({ kind: told }) => told === 'evidence.changed',
      ({ payload }) => heard.push(String(payload.sourceId)),
    );
    const first = await bringIn(wrote(['Lange WARTEN müssen', 'Warten? Zu lange!', 'Alles gut', undefined, 'lange'], 'a'));
    const [both = '', hotline = ''] = await link(
      { target: step('step1'), sourceId, filter: { text: 'lange  Warten' } },
      { target: step('step1'), sourceId, filter: { text: 'warten lange', touchpoint: 'Hotline' } },
    );
    const told = async () => {
      const { links, steps } = await read();
      const of = (id: string) => links.find((each) => each.id === id);
      return [of(both)?.state, of(both)?.answers, of(hotline)?.answers, steps[0]?.answers, of(both)?.scores[0]?.figure.n];
    };
    await read();
    await imports.search.settled();
    expect(heard).toContain(sourceId);
    expect(await told()).toEqual(['found', 2, 1, 2, 2]);
    // Both links ask for the same words.
    expect(await database.prisma.evidenceText.count({ where: { sourceId } })).toBe(1);
    await bringIn(wrote(['warten, lange', 'nichts'], 'b'));
    expect((await told())[0]).toBe('searching');
    await imports.search.settled();
    expect(await told()).toEqual(['found', 3, 2, 3, 3]);
    // Taken back, an answer counts no more at once, and is removed with what was found in it.
    await cancelImport(database, { id: first, sourceId }, { actorId: 'user:x', workspaceId });
    expect(await told()).toEqual(['found', 1, 1, 1, 1]);
    await removeAnswers(database, sourceId, 'import', first);
    expect(await database.prisma.evidenceMatch.count({ where: { sourceId } })).toBe(1);
    await forgetTexts(database, new Date(Date.now() + 60_000));
    expect(await database.prisma.evidenceMatch.count({ where: { sourceId } })).toBe(0);
    // A map that asks for them has them looked for anew.
    await read();
    await imports.search.settled();
    expect(await told()).toEqual(['found', 1, 1, 1, 1]);
    stop();
  });

  test('tells one target in detail: all months, and groups', async () => {
    await bringIn(manyAnswers(120, answerOf));
    const [id] = await link({ target: { type: 'card', id: 'card1' }, sourceId, filter: { touchpoint: 'Hotline' } });
    type Detail = z.output<typeof targetFiguresSchema>;
    const ask = (target: string, split = '') =>
      program.json<Detail>('GET', `/maps/${mapId}/evidence/figures?target=${target}${split && `&split=${split}`}`);
    const detail = await ask('card:card1', 'segment.Region');
    expect(detail).toMatchObject({ answers: 60, quotes: 30, splits: ['channel', 'segment.Region', 'touchpoint'] });
    const [nps] = detail.scores;
    expect(nps?.groups.map(({ value, figure }) => [value, figure.n])).toEqual([
      ['South', 40],
      ['North', 20],
    ]);
    expect(nps?.trend.map(({ month, figure }) => [month, figure.n])).toEqual([
      ['2026-01', 20],
      ['2026-03', 20],
      ['2026-05', 20],
    ]);
    expect((await ask(`link:${id}`)).scores.map(({ figure }) => figure)).toEqual(detail.scores.map(({ figure }) => figure));
    expect(await ask('step:step1')).toEqual({
      ...{ against: null, linkedThen: null },
      ...{ answers: 0, quotes: 0, reasons: null, emotion: null, splits: [], scores: [] },
    });
    expect(await ask('link:nosuch')).toEqual(await ask('step:step1'));
    expect((await program.call('GET', `/maps/${mapId}/evidence/figures?target=stage:x`)).status).toBe(400);
  });

  test('quotes are read when they are asked for, page by page, with the links by which they are shown', async () => {
    const { database } = server.running;
    const key = await requireKey(server.running, workspaceId);
    const other = await storeSource(database, workspaceId, 'Reviews');
    await bringIn(
      manyAnswers(30, (index) => ({
        ...answerOf(index),
        ...{
          text: `Words ${index}`,
          persons: [pseudonymOf(key, `c${index}`)],
          day: `2026-01-${String(1 + index).padStart(2, '0')}`,
        },
      })),
    );
    await bringIn(
      [
        { id: 'x', text: 'A review' },
        { id: 'silent', nps: 3 },
      ],
      other,
    );
    const card = 'card1';
    const cardStep = smallMap().cards.find(({ id }) => id === card)?.pos.stepId ?? '';
    const [all, one, single, onCard] = await link(
      { target: step(cardStep), sourceId, filter: { touchpoint: 'Hotline' } },
      { target: step(cardStep), sourceId, filter: { text: 'words 4' } },
      { target: step(cardStep), sourceId: other, responseId: 'x', column: 4 },
      { target: { type: 'card', id: card }, sourceId, responseId: 'r-1' },
    );
    type Page = z.output<typeof quotePage>;
    const ask = async (target: string, query = '') =>
      program.json<Page>('GET', `/maps/${mapId}/evidence/quotes?target=${target}${query}`);
    const readAll = async (target: string, limit: number) => {
      const items: Page['items'] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const read: Page = await ask(target, `&limit=${limit}${cursor && `&cursor=${cursor}`}`);
        expect(read.items.length).toBeLessThanOrEqual(limit);
        items.push(...read.items);
        cursor = read.nextCursor;
      }
      return items;
    };
    const told = await readAll(`step:${cardStep}`, 4);
    expect(told).toEqual(await readAll(`step:${cardStep}`, 200));
    expect(told.map(({ responseId }) => responseId).sort()).toEqual(
      [...Array.from({ length: 15 }, (_, index) => `r-${index * 2}`), 'r-1', 'x'].sort(),
    );
    const textOf = (id: string) => told.find(({ responseId }) => responseId === id)?.texts;
    expect(textOf('r-4')).toEqual([{ column: 4, text: 'Words 4', linkIds: [all, one].sort() }]);
    expect(textOf('r-1')).toEqual([{ column: 4, text: 'Words 1', linkIds: [onCard] }]);
    expect(textOf('x')).toEqual([{ column: 4, text: 'A review', linkIds: [single] }]);
    expect((await readAll('answers', 1)).map(({ responseId }) => responseId).sort()).toEqual(['r-1', 'x']);
    // Gone is gone: no words stay on the map.
    await erasePerson(server.running, olga.actor, workspaceId, { identifier: 'c1' });
    expect(await readAll(`link:${onCard}`, 10)).toEqual([]);
    expect(JSON.stringify((await server.running.liveMaps.read(mapId)).map)).not.toContain('Words');
    const viewer = await ApiClient.of(server.running, vera);
    expect((await viewer.call('GET', `/maps/${mapId}/evidence/quotes?target=step:${cardStep}`)).status).toBe(403);
    expect((await program.call('GET', `/maps/${mapId}/evidence/quotes?target=answers&cursor=x`)).status).toBe(400);
  });

  test('proposes what may be linked, but not what is linked, nor a source of another workspace', async () => {
    const theirs = await addWorkspace(server.running, olga, 'Elsewhere');
    const foreign = await storeSource(server.running.database, theirs);
    await bringIn(manyAnswers(20, answerOf));
    const suggest = () =>
      program.json<{ items: { stepId: string; filter: object; answers: number; reason: object }[] }>(
        'GET',
        `/maps/${mapId}/evidence/suggestions?source=${sourceId}`,
      );
    const { items } = await suggest();
    const hotline = items.find(({ filter }) => JSON.stringify(filter) === '{"touchpoint":"Hotline"}');
    expect(hotline).toMatchObject({ answers: 10, reason: { kind: expect.any(String) } });
    await link({ target: step(hotline?.stepId ?? ''), sourceId, filter: { touchpoint: 'Hotline' } });
    expect((await suggest()).items).toEqual(items.filter((item) => item !== hotline));
    expect((await program.call('GET', `/maps/${mapId}/evidence/suggestions?source=${foreign}`)).status).toBe(404);
  });

  test('a copy of the map keeps its links; a map from its file has them where the source is, and says so elsewhere', async () => {
    await bringIn(manyAnswers(20, answerOf));
    await link(
      { target: step('step2'), sourceId, filter: { text: 'reason' } },
      { target: step('step1'), sourceId, responseId: 'r-1' },
    );
    const linksOf = async (id: string) =>
      (await program.json<{ map: { links: { filter?: object }[] } }>('GET', `/maps/${id}/document`)).map.links.length;
    const copy = await program.json<{ id: string }>('POST', `/maps/${mapId}/duplicate`, { status: 201 });
    expect(await linksOf(copy.id)).toBe(2);
    const { map: whole } = await program.json<{ map: object }>('GET', `/maps/${mapId}/document`);
    const file = new Uint8Array(new TextEncoder().encode(JSON.stringify(whole)));
    const call = { file, headers: { 'Content-Type': 'application/json' }, status: 201 };
    type Made = { id: string; report: { code: string }[] };
    const into = (workspace: string) => program.json<Made>('POST', `/maps/import?workspace=${workspace}&format=json`, call);
    const here = await into(workspaceId);
    expect([await linksOf(here.id), here.report]).toEqual([2, []]);
    const there = await into(await addWorkspace(server.running, olga, 'Elsewhere'));
    expect([await linksOf(there.id), there.report.map(({ code }) => code)]).toEqual([0, ['json.evidenceMissing']]);
  });

  test('members see scores, guests and strangers nothing; the page asks again for nothing', async () => {
    await bringIn(manyAnswers(40, answerOf));
    await link({ target: step('step1'), sourceId });
    const guest = await addGuest(server.running, map, olga);
    const stranger = await addPerson(server.running, 'Eve');
    const ask = (cookie: string, headers = {}) => callRoute(page, { params: { mapId }, cookie, headers });
    expect([(await ask(vera.cookie)).status, (await ask(guest.cookie)).status, (await ask(stranger.cookie)).status]).toEqual([
      200, 403, 404,
    ]);
    const first = await ask(vera.cookie);
    expect((await first.json()) as Body).toEqual(await read());
    const tag = { 'If-None-Match': first.headers.get('ETag') };
    expect((await ask(vera.cookie, tag)).status).toBe(304);
    await bringIn(manyAnswers(1, answerOf, 's'));
    expect((await ask(vera.cookie, tag)).status).toBe(200);
  });

  test('a picture of the map has it as far as whoever takes it along may know it', async () => {
    const key = await requireKey(server.running, workspaceId);
    const told = (index: number) => ({ ...answerOf(index), text: `Told by ${index}`, persons: [pseudonymOf(key, `c${index}`)] });
    await bringIn(manyAnswers(40, told));
    await link({ target: step('step1'), sourceId }, { target: step('step1'), sourceId, responseId: 'r-2' });
    const pictureFor = async (standing: Standing) => {
      const evidence = await readEvidenceOnMap(server.running, map, standing);
      const said = evidence?.get('step1');
      return evidence && { n: said?.figures.map(({ figure }) => figure.n), isMeasured: said?.isMeasured, quotes: said?.quotes };
    };
    const quote = { source: 'After the call', day: '2026-03-12', text: 'Told by 2', linkId: expect.any(String) };
    expect(await pictureFor({ kind: 'member', role: 'owner' })).toEqual({ n: [40, 40], isMeasured: true, quotes: [quote] });
    expect(await pictureFor({ kind: 'member', role: 'viewer' })).toEqual({ n: [40, 40], isMeasured: true, quotes: [] });
    expect(await pictureFor({ kind: 'guest', role: 'editor' })).toBeNull();
    await erasePerson(server.running, olga.actor, workspaceId, { identifier: 'c2' });
    const erased = { ...quote, day: null, text: null };
    expect(await pictureFor({ kind: 'member', role: 'owner' })).toEqual({ n: [39, 39], isMeasured: true, quotes: [erased] });
  });
});
