import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { rulePreviewSchema } from '@/lib/api/schemas/categories';
import type { mapEvidenceSchema } from '@/lib/api/schemas/mapEvidence';
import { erasePerson } from '@/lib/sources/erasePerson';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { manyAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, type Person } from '../../builders/people';
import { randomRuns } from '../../builders/randomRuns';
import type { TestRuntime } from '../../builders/testRuntime';
import { categoryScene } from './categoryScene';

type Preview = z.output<typeof rulePreviewSchema>;

describe.each(await listDatabaseKinds())('categories of contact reasons (%s)', { timeout: 300_000 }, (kind) => {
  const scene = categoryScene(kind);
  const { bringIn, post, add, addRule, settle, list, reasons, answers, expectRecount, anew } = scene;
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let workspaceId: string;
  let sourceId: string;
  let program: ApiClient;
  beforeEach(() => {
    ({ server, olga, vera, workspaceId, sourceId, program } = scene.now());
  });

  test('show what a rule would do before it does', async () => {
    const bill = await add('Bill');
    const move = await add('Move');
    await addRule(move, ['moving']);
    await bringIn([
      { id: 'a', text: 'my bill' },
      { id: 'b', text: 'moving and the bill' },
      { id: 'c', text: 'bill by hand' },
      { id: 'd', text: 'something else' },
      { id: 'e', text: 'bill here' },
    ]);
    await post(`/sources/${sourceId}/assignments`, { categoryId: move, answers: ['c'] }, 200);
    await post(`/sources/${sourceId}/assignments`, { categoryId: bill, answers: ['e'] }, 200);
    const preview = await post<Preview>(`/sources/${sourceId}/rule-preview`, { categoryId: bill, any: ['bill'] }, 200);
    expect(preview).toMatchObject({ looked: 5, matched: 4, here: 1, added: 1, taken: 0, byHand: 1, kept: 1, nextCursor: null });
    expect(preview.examples.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    const survey = await storeSource(server.running.database, workspaceId);
    await post(`/sources/${survey}/rule-preview`, { categoryId: bill, any: ['bill'] }, 409);
    await post(`/sources/${survey}/assignments`, { categoryId: bill, answers: ['a'] }, 409);
  });

  test('are seen by members, changed by owners and editors, and do not exist for others', async () => {
    const bill = await add('Bill');
    const viewer = await ApiClient.of(server.running, vera);
    await viewer.json('GET', `/workspaces/${workspaceId}/categories`, { status: 404 });
    await viewer.json('PATCH', `/categories/${bill}`, { body: { name: 'x' }, status: 404 });
    await addMember(server.running, workspaceId, vera, 'viewer');
    await viewer.json('GET', `/workspaces/${workspaceId}/categories`);
    await viewer.json('GET', `/sources/${sourceId}/reasons`);
    await viewer.json('POST', `/workspaces/${workspaceId}/categories`, { body: { name: 'x' }, status: 403 });
    await viewer.json('PATCH', `/categories/${bill}`, { body: { name: 'x' }, status: 403 });
    await viewer.json('DELETE', `/categories/${bill}`, { status: 403 });
    await viewer.json('POST', `/sources/${sourceId}/assignments`, { body: { categoryId: bill, answers: ['a'] }, status: 403 });
    await viewer.json('POST', `/sources/${sourceId}/rule-preview`, { body: { categoryId: bill, any: ['a'] }, status: 403 });
  });

  test('narrow links on a map, and tell the reasons of its steps', async () => {
    const map = await addMap(server.running, workspaceId);
    const bill = await add('Bill');
    const reminder = await add('Reminder', { parentId: bill });
    const move = await add('Move');
    await addRule(reminder, ['reminder']);
    await addRule(bill, ['bill']);
    await bringIn([
      ...manyAnswers(12, () => ({ day: '2026-03-01', text: 'the bill', csat: 2 }), 'bill'),
      ...manyAnswers(20, () => ({ day: '2026-03-02', text: 'reminder' }), 'reminder'),
      ...manyAnswers(8, () => ({ day: '2026-03-03', text: 'else' }), 'else'),
    ]);
    const link = async (stepId: string, filter?: object): Promise<void> => {
      const operation = { op: 'linkEvidence', target: { type: 'step', id: stepId }, sourceId, ...(filter ? { filter } : {}) };
      await post(`/maps/${map.id}/operations`, { operations: [operation] }, 200);
    };
    await link('step1', { category: bill });
    await link('step2', { category: move });
    const read = () => program.json<z.output<typeof mapEvidenceSchema>>('GET', `/maps/${map.id}/evidence`);
    const of = async (id: string) => (await read()).steps.find(({ stepId }) => stepId === id);
    expect(await of('step1')).toMatchObject({
      answers: 32,
      reasons: {
        ...{ answers: 32, uncategorised: 0 },
        top: [
          { categoryId: reminder, answers: 20 },
          { categoryId: bill, answers: 12 },
        ],
      },
    });
    expect((await read()).categories).toEqual(
      expect.arrayContaining([
        { id: bill, path: ['Bill'] },
        { id: reminder, path: ['Bill', 'Reminder'] },
        { id: move, path: ['Move'] },
      ]),
    );
    expect(await of('step2')).toMatchObject({ answers: 0 });
    const quotes = await program.json<{ items: unknown[] }>('GET', `/maps/${map.id}/evidence/quotes?target=step:step1&limit=100`);
    expect(quotes.items).toHaveLength(32);
    // Figures follow: by hand, by merging, and when a category goes for good.
    await post(`/sources/${sourceId}/assignments`, { categoryId: move, filter: { category: 'none' } }, 200);
    expect(await of('step2')).toMatchObject({ answers: 8 });
    await program.json('DELETE', `/categories/${move}?moveTo=${bill}`, { status: 204 });
    expect([(await of('step1'))?.answers, (await of('step2'))?.answers]).toEqual([40, 40]);
    await settle();
    expect([(await of('step1'))?.answers, (await of('step2'))?.answers]).toEqual([40, 40]);
    await program.json('DELETE', `/categories/${bill}`, { status: 204 });
    expect((await read()).links.map(({ state, answers: n }) => [state, n])).toEqual([
      ['noCategory', 0],
      ['noCategory', 0],
    ]);
  });

  const actions = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('import' as const),
        texts: fc.array(fc.constantFrom('bill', 'move', 'bill move', 'else'), { maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant('rule' as const),
        to: fc.nat(2),
        any: fc.constantFrom('bill', 'move', 'else'),
        isFirst: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('hand' as const), to: fc.option(fc.nat(2), { nil: null }), some: fc.nat(20) }),
      fc.record({ kind: fc.constant('erase' as const), person: fc.nat(3) }),
      fc.record({ kind: fc.constant('delete' as const), which: fc.nat(2), to: fc.option(fc.nat(2), { nil: null }) }),
    ),
    { minLength: 2, maxLength: 9 },
  );

  test('counts of reasons are those of counting anew, after any sequence of files, rules, hands and erasures', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (given) => {
        ({ workspaceId, sourceId } = await anew());
        const key = await requireKey(server.running, workspaceId);
        const ids = [await add('A'), await add('B'), await add('C')];
        const byHand = new Map<string, string>();
        let files = 0;
        for (const action of given) {
          if (action.kind === 'import') {
            const file = files++;
            await bringIn(
              action.texts
                .map((text, index) => ({
                  ...{ id: `f${file}-${index}`, text, day: index % 4 === 0 ? '' : `2026-0${1 + (index % 3)}-01` },
                  persons: [pseudonymOf(key, `person ${index % 4}`)],
                }))
                .map(({ day, ...answer }) => (day === '' ? answer : { ...answer, day })),
            );
          } else if (action.kind === 'rule') {
            const { items } = await list();
            const to = items[action.to];
            if (to) await addRule(to.id, [action.any], action.isFirst ? { after: null } : {});
          } else if (action.kind === 'hand') {
            const { items } = await list();
            const to = action.to === null ? null : (items[action.to]?.id ?? null);
            const chosen = (await answers('')).slice(0, action.some).map(({ id }) => id);
            if (chosen.length > 0) await post(`/sources/${sourceId}/assignments`, { categoryId: to, answers: chosen }, 200);
            for (const id of chosen)
              if (to === null) byHand.delete(id);
              else byHand.set(id, to);
          } else if (action.kind === 'erase') {
            await erasePerson(server.running, olga.actor, workspaceId, { identifier: `person ${action.person}` });
          } else {
            const { items } = await list();
            const gone = items[action.which];
            const to = action.to === null ? undefined : items[action.to];
            if (!gone || to?.id === gone.id) continue;
            await program.json('DELETE', `/categories/${gone.id}${to ? `?moveTo=${to.id}` : ''}`, { status: 204 });
            for (const [id, at] of byHand) {
              if (at !== gone.id) continue;
              if (to) byHand.set(id, to.id);
              else byHand.delete(id);
            }
          }
          await expectRecount();
          await settle();
          await expectRecount();
        }
        const all = await answers('');
        const found = await reasons();
        expect(found.answers).toBe(all.length);
        expect(found.uncategorised).toBe(all.filter(({ category }) => category === null).length);
        for (const { categoryId, own } of found.categories) {
          expect(own).toBe(all.filter(({ category }) => category?.id === categoryId).length);
        }
        // Whoever put an answer somewhere finds it there.
        for (const { id, category } of all) {
          if (byHand.has(id)) expect(category).toEqual({ id: byHand.get(id), by: 'hand' });
          else expect(category?.by).not.toBe('hand');
        }
        expect(ids).toHaveLength(3);
      }),
      randomRuns(8),
    );
  });
});
