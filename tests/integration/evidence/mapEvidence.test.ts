import { beforeEach, describe, expect, test } from 'vitest';
import { cancelImport } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { forgetTexts } from '@/lib/data/evidence/texts';
import { erasePerson } from '@/lib/sources/erasePerson';
import { removeSource } from '@/lib/sources/manageSources';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { listDatabaseKinds } from '../../builders/database';
import { addWorkspace, type Person } from '../../builders/people';
import type { TestRuntime } from '../../builders/testRuntime';
import { answerOf, mapEvidenceScene, step } from './mapEvidenceScene';

describe.each(await listDatabaseKinds())('evidence of a map (%s)', { timeout: 120_000 }, (kind) => {
  const scene = mapEvidenceScene(kind);
  const { bringIn, link, read, ofStep, scoresOf } = scene;
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let sourceId: string;
  let mapId: string;
  beforeEach(() => {
    ({ server, olga, workspaceId, sourceId, mapId } = scene.now());
  });

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
});
