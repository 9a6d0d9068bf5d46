// More than 400 lines, and one file all the same: it starts the product on both databases, which takes longer than its tests, and these share one scene.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { categorySetSchema, reasonsSchema, rulePreviewSchema } from '@/lib/api/schemas/categories';
import type { mapEvidenceSchema } from '@/lib/api/schemas/mapEvidence';
import { erasePerson } from '@/lib/sources/erasePerson';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { type GivenAnswer, manyAnswers, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import { listDatabaseKinds } from '../../builders/database';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '../../builders/people';
import { randomRuns } from '../../builders/randomRuns';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

type Set = z.output<typeof categorySetSchema>;
type Reasons = z.output<typeof reasonsSchema>;
type Preview = z.output<typeof rulePreviewSchema>;
type Page = {
  items: { id: string; category: { id: string; by: string } | null; dimensions: object }[];
  nextCursor: string | null;
};

describe.each(await listDatabaseKinds())('categories of contact reasons (%s)', { timeout: 300_000 }, (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let vera: Person;
  let workspaceId: string;
  let sourceId: string;
  let program: ApiClient;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    vera = await addPerson(server.running, 'Vera');
    program = await ApiClient.of(server.running, olga);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    sourceId = await storeSource(server.running.database, workspaceId, 'Tickets', 'tickets');
  });

  const bringIn = async (answers: readonly GivenAnswer[], of = sourceId): Promise<string> => {
    const id = await storeAnswers(server.running.database, { sourceId: of, workspaceId }, answers);
    server.running.imports.wake();
    await server.running.imports.settled();
    return id;
  };
  const post = <T>(path: string, body: unknown, status = 201) => program.json<T>('POST', path, { body, status });
  const add = async (name: string, more: object = {}): Promise<string> =>
    (await post<{ id: string }>(`/workspaces/${workspaceId}/categories`, { name, ...more })).id;
  const addRule = async (categoryId: string, any: string[], more: object = {}): Promise<string> =>
    (await post<{ id: string }>(`/workspaces/${workspaceId}/category-rules`, { categoryId, any, ...more })).id;
  const settle = () => server.running.imports.sorting.settled();
  const list = () => program.json<Set>('GET', `/workspaces/${workspaceId}/categories`);
  const reasons = (query = '') => program.json<Reasons>('GET', `/sources/${sourceId}/reasons${query}`);
  /** How many answers each category has for its own, by name. */
  const told = async (query = ''): Promise<Record<string, number>> => {
    const { uncategorised, categories } = await reasons(query);
    const own = categories.filter((each) => each.own > 0).map((each) => [each.path.join(' > '), each.own] as const);
    return { ...Object.fromEntries(own), ...(uncategorised > 0 ? { none: uncategorised } : {}) };
  };
  const answers = async (query: string): Promise<Page['items']> => {
    const items: Page['items'] = [];
    for (let cursor = ''; ; ) {
      const page = await program.json<Page>('GET', `/sources/${sourceId}/answers?limit=200${query}${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = `&cursor=${page.nextCursor}`;
    }
  };

  async function expectRecount(): Promise<void> {
    const { rows } = await server.running.database.pool.query(
      `with anew as (
         select r.import_id, c.column_number, r.slice_id, r.day, c.score, count(*)::int as count
         from evidence_response r cross join lateral (
           select s.key::int as column_number, s.value::int as score from jsonb_each_text(r.scores) s
           union all select v.key::int, 0 from jsonb_object_keys(r.verbatims) v(key) union all select 0, 0) c
         where r.source_id = $1 group by 1, 2, 3, 4, 5
       ), kept as (
         select c.* from evidence_rollup c join evidence_import i on i.id = c.import_id where i.source_id = $1
       )
       (select * from anew except select * from kept) union all (select * from kept except select * from anew)`,
      [sourceId],
    );
    expect(rows).toEqual([]);
    const apart = await server.running.database.pool.query(
      `select r.fingerprint from evidence_response r join evidence_slice s on s.source_id = r.source_id and s.id = r.slice_id
       where r.source_id = $1 and coalesce(s.dimensions->>'category', '') <> r.category_id`,
      [sourceId],
    );
    expect(apart.rows).toEqual([]);
  }

  test('are a tree that is named, ordered, moved and deleted, with limits', async () => {
    const bill = await add('Bill');
    const move = await add('Move', { after: null });
    const reminder = await add('Reminder', { parentId: bill, aliases: ['R-1'] });
    const late = await add('Late', { parentId: reminder });
    const shown = async () => (await list()).items.map(({ name, level }) => `${level} ${name}`);
    expect(await shown()).toEqual(['1 Move', '1 Bill', '2 Reminder', '3 Late']);
    await post(`/workspaces/${workspaceId}/categories`, { name: 'Deep', parentId: late }, 409);
    await post(`/workspaces/${workspaceId}/categories`, { name: 'bill' }, 409);
    await post(`/workspaces/${workspaceId}/categories`, { name: ' ' }, 400);
    await program.json('PATCH', `/categories/${bill}`, { body: { parentId: late }, status: 409 });
    await program.json('PATCH', `/categories/${bill}`, { body: { parentId: move }, status: 409 });
    await program.json('PATCH', `/categories/${late}`, { body: { parentId: move, name: 'Too late' } });
    await program.json('PATCH', `/categories/${move}`, { body: { after: bill } });
    expect(await shown()).toEqual(['1 Bill', '2 Reminder', '1 Move', '2 Too late']);
    await program.json('DELETE', `/categories/${bill}?moveTo=${reminder}`, { status: 409 });
    await program.json('DELETE', `/categories/${bill}?moveTo=${move}`, { status: 204 });
    expect(await shown()).toEqual(['1 Move', '2 Too late']);
    await program.json('DELETE', `/categories/${bill}`, { status: 404 });
    await program.json('PATCH', `/categories/${reminder}`, { body: { name: 'x' }, status: 404 });
  });

  test('begin with a starter tree, which sorts what is there', async () => {
    await bringIn([
      { id: 'a', text: 'Mir wurde zu viel berechnet' },
      { id: 'b', text: 'Die Rechnungsnummer fehlt' },
      { id: 'c', text: 'Hallo' },
    ]);
    const { items, rules } = await post<Set>(`/workspaces/${workspaceId}/categories/starter`, { language: 'de' }, 200);
    expect(items.length).toBeGreaterThan(20);
    expect(rules.length).toBeGreaterThan(15);
    await post(`/workspaces/${workspaceId}/categories/starter`, { language: 'en' }, 409);
    await settle();
    expect(await told()).toEqual({
      'Rechnung und Zahlung': 1,
      'Rechnung und Zahlung > Betrag falsch': 1,
      none: 1,
    });
    expect((await list()).isSorting).toBe(false);
  });

  test('have rules that decide in their order, about what is there and what comes', async () => {
    const bill = await add('Bill');
    const reminder = await add('Reminder', { parentId: bill });
    await bringIn([
      { id: 'a', day: '2026-01-05', text: 'a reminder for a bill' },
      { id: 'b', day: '2026-02-05', text: 'the bill' },
      { id: 'c', day: '2026-02-06', text: 'bills' },
      { id: 'd', text: 'nothing' },
    ]);
    const first = await addRule(bill, ['bill']);
    await settle();
    expect(await told()).toEqual({ Bill: 2, none: 2 });
    const second = await addRule(reminder, ['reminder'], { after: null });
    await settle();
    expect(await told()).toEqual({ Bill: 1, 'Bill > Reminder': 1, none: 2 });
    await program.json('PATCH', `/category-rules/${first}`, { body: { words: 'beginning', none: ['the'] } });
    await settle();
    expect(await told()).toEqual({ Bill: 1, 'Bill > Reminder': 1, none: 2 });
    await program.json('PATCH', `/category-rules/${second}`, { body: { after: first } });
    await bringIn([{ id: 'e', day: '2026-02-07', text: 'another bill' }]);
    await settle();
    expect(await told()).toEqual({ Bill: 3, none: 2 });
    expect(await reasons(`?from=2026-02-01&category=${bill}`)).toMatchObject({
      answers: 2,
      uncategorised: 0,
      months: [{ month: '2026-02', answers: 2, uncategorised: 0 }],
    });
    expect(await told('?category=none')).toEqual({ none: 2 });
    await program.json('DELETE', `/category-rules/${first}`, { status: 204 });
    await settle();
    expect(await told()).toEqual({ 'Bill > Reminder': 1, none: 4 });
    await expectRecount();
  });

  test('take over what files call the reason, by name and other names; a rule is asked only where none is called so', async () => {
    const bill = await add('Bill', { aliases: ['RE-01'] });
    const move = await add('Move');
    await addRule(move, ['moving']);
    await bringIn([
      { id: 'a', category: 'BILL', text: 'moving' },
      { id: 'b', category: 're 01' },
      { id: 'c', category: 'Code 7', text: 'moving' },
      { id: 'd', category: 'Code 8' },
    ]);
    expect(await told()).toEqual({ Bill: 2, Move: 1, none: 1 });
    await program.json('PATCH', `/categories/${bill}`, { body: { aliases: ['Code 8'] } });
    await settle();
    expect(await told()).toEqual({ Bill: 2, Move: 1, none: 1 });
    expect((await answers(`&category=${bill}`)).map(({ id, category }) => [id, category?.by])).toEqual([
      ['a', 'file'],
      ['d', 'file'],
    ]);
    const { dimensions } = await program.json<{ dimensions: { name: string; values: string[] }[] }>(
      'GET',
      `/sources/${sourceId}`,
    );
    expect(dimensions).toEqual([{ name: 'givenCategory', values: ['BILL', 'Code 7', 'Code 8', 're 01'] }]);
    expect((await answers('&givenCategory=Code%207')).map(({ id }) => id)).toEqual(['c']);
    await expectRecount();
  });

  test('keep what was assigned by hand, whatever rules say, until it is given back', async () => {
    const bill = await add('Bill');
    const move = await add('Move');
    await bringIn(
      manyAnswers(450, (index) => ({ day: `2026-01-${10 + (index % 9)}`, text: index % 3 === 0 ? 'the bill' : 'hello' })),
    );
    await addRule(bill, ['bill']);
    await settle();
    expect(await told()).toEqual({ Bill: 150, none: 300 });
    const assign = <T = { assigned: number; nextCursor: string | null }>(body: object, status = 200) =>
      post<T>(`/sources/${sourceId}/assignments`, body, status);
    expect(await assign({ categoryId: move, answers: ['r-0', 'r-1', 'gone'] })).toEqual({ assigned: 2, nextCursor: null });
    expect(await told()).toEqual({ Bill: 149, Move: 2, none: 299 });
    let cursor: string | null = null;
    let assigned = 0;
    do {
      const body = { categoryId: move, filter: { category: 'none', text: 'HELLO' }, ...(cursor === null ? {} : { cursor }) };
      const page: { assigned: number; nextCursor: string | null } = await assign(body);
      assigned += page.assigned;
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(assigned).toBe(299);
    expect(await told()).toEqual({ Bill: 149, Move: 301 });
    await addRule(bill, ['hello'], { after: null });
    await settle();
    expect(await told()).toEqual({ Bill: 149, Move: 301 });
    await assign({ categoryId: null, answers: ['r-0', 'r-1'] });
    expect(await told()).toEqual({ Bill: 151, Move: 299 });
    // Deleted: they go where they are sent, by hand as they were.
    const other = await add('Other');
    await program.json('DELETE', `/categories/${move}?moveTo=${other}`, { status: 204 });
    expect(await told()).toEqual({ Bill: 151, Other: 299 });
    await settle();
    expect(await told()).toEqual({ Bill: 151, Other: 299 });
    expect((await answers(`&category=${other}`)).every(({ category }) => category?.by === 'hand')).toBe(true);
    await program.json('DELETE', `/categories/${other}`, { status: 204 });
    await settle();
    expect(await told()).toEqual({ Bill: 450 });
    await assign({ categoryId: move, answers: ['r-0'] }, 404);
    await expectRecount();
    const entries = await server.running.database.prisma.auditEntry.findMany({
      where: { workspaceId, action: 'category.assigned' },
    });
    expect(entries.map(({ detail }) => detail)).toEqual([
      { sourceId, answers: 2, categoryId: move },
      { sourceId, categoryId: move },
      { sourceId, answers: 2, categoryId: null },
    ]);
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
    const { database } = server.running;
    await fc.assert(
      fc.asyncProperty(actions, async (given) => {
        workspaceId = await addWorkspace(server.running, olga);
        sourceId = await storeSource(database, workspaceId, 'Tickets', 'tickets');
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
