import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { z } from 'zod';
import type { categorySetSchema, reasonsSchema } from '@/lib/api/schemas/categories';
import { type GivenAnswer, storeAnswers, storeSource } from '../../builders/answers';
import { ApiClient } from '../../builders/apiClient';
import type { DatabaseKind } from '../../builders/database';
import { addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

export type CategorySet = z.output<typeof categorySetSchema>;
type Reasons = z.output<typeof reasonsSchema>;
type Page = {
  items: { id: string; category: { id: string; by: string } | null; dimensions: object }[];
  nextCursor: string | null;
};

/** A source of tickets in a new workspace for each test, its contact reasons and their rules, and what is told of them. */
export function categoryScene(kind: DatabaseKind) {
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
    await anew();
  });

  async function anew(): Promise<{ workspaceId: string; sourceId: string }> {
    workspaceId = await addWorkspace(server.running, olga);
    sourceId = await storeSource(server.running.database, workspaceId, 'Tickets', 'tickets');
    return { workspaceId, sourceId };
  }
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
  const list = () => program.json<CategorySet>('GET', `/workspaces/${workspaceId}/categories`);
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

  /** That what is counted is what counting anew finds. */
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
  return {
    ...{ bringIn, post, add, addRule, settle, list, reasons, told, answers, expectRecount },
    /** Another workspace and source, within a test. */
    anew,
    /** What there is for the test that runs. */
    now: () => ({ server, olga, vera, workspaceId, sourceId, program }),
  };
}
