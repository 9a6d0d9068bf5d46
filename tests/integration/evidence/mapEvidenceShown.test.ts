import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { GET as page } from '@/app/api/maps/[mapId]/evidence/route';
import type { Standing } from '@/lib/access/standing';
import type { quotePage } from '@/lib/api/endpoints/mapEvidence';
import type { targetFiguresSchema } from '@/lib/api/schemas/mapEvidence';
import type { MapRow } from '@/lib/data/maps';
import { erasePerson } from '@/lib/sources/erasePerson';
import { readEvidenceOnMap } from '@/lib/sources/links/readEvidenceOnMap';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { manyAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { callRoute } from '../../builders/callRoute';
import { listDatabaseKinds } from '../../builders/database';
import { smallMap } from '../../builders/map';
import { addGuest, addPerson, addWorkspace, type Person } from '../../builders/people';
import type { TestRuntime } from '../../builders/testRuntime';
import { answerOf, type Body, mapEvidenceScene, step } from './mapEvidenceScene';

describe.each(await listDatabaseKinds())('evidence of a map (%s)', { timeout: 120_000 }, (kind) => {
  const scene = mapEvidenceScene(kind);
  const { bringIn, link, read } = scene;
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let workspaceId: string;
  let sourceId: string;
  let map: MapRow;
  let mapId: string;
  let program: ApiClient;
  beforeEach(() => {
    ({ server, olga, vera, workspaceId, sourceId, map, mapId, program } = scene.now());
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
