import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../../builders/apiClient';
import { addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let workspaceId: string;
let olga: ApiClient;
let vera: ApiClient;
let eve: ApiClient;
beforeAll(async () => {
  server = await startTestRuntime();
  const [owner, viewer, stranger] = [
    await addPerson(server.running, 'Olga'),
    await addPerson(server.running, 'Vera'),
    await addPerson(server.running, 'Eve'),
  ];
  workspaceId = await addWorkspace(server.running, owner);
  await addMember(server.running, workspaceId, viewer, 'viewer');
  [olga, vera, eve] = [
    await ApiClient.of(server.running, owner),
    await ApiClient.of(server.running, viewer),
    await ApiClient.of(server.running, stranger),
  ];
});
afterAll(() => server.stop());

const fileOf = (text: string): { file: Uint8Array<ArrayBuffer>; headers: Record<string, string> } => ({
  file: new Uint8Array(new TextEncoder().encode(text)),
  headers: { 'Content-Type': 'text/csv' },
});

/** 50 promoters, 30 passives and 20 detractors: an NPS of 30, interval 14.05 … 44.20. Half of them by phone. */
const scores = [...Array<number>(50).fill(9), ...Array<number>(30).fill(7), ...Array<number>(20).fill(3)];
const survey = [
  'Response ID,Customer number,Submitted at,Channel,How likely are you to recommend us? (0-10),Why?',
  ...scores.map((score, index) => {
    const day = `2026-0${1 + (index % 2)}-${String(1 + (index % 28)).padStart(2, '0')}`;
    return `R${index},C${index % 10},${day}T10:00:00Z,${index % 2 ? 'phone' : 'shop'},${score},"Reason ${index}, mail me: p${index}@example.org"`;
  }),
  'R100,C1,2026-02-30T10:00:00Z,phone,9,No such day',
  '',
].join('\n');

type Source = { id: string };
type Imported = { id: string; state: string; added: number; skipped: number; rejected: number; failure: unknown };
type Column = { name: string; role: { kind: string; of?: string }; doubts: string[] };
type Plan = { columns: Column[] };
type Figures = {
  items: {
    column: { number: number; name: string; scale: unknown; method: unknown };
    figure: { n: number; score: number | null; interval: { lower: number; upper: number } | null; standing: string };
    trend: { month: string; figure: { n: number } }[];
    groups: { value: string | null; figure: { n: number } }[];
  }[];
};
type Answers = { items: { id: string; verbatims: Record<string, string>; dimensions: object }[]; nextCursor: string | null };

test('a program brings a survey in, corrects the plan, and reads scores, answers and what was rejected', async () => {
  const given = { kind: 'survey', name: 'After the call' };
  const source = await olga.json<Source>('POST', `/workspaces/${workspaceId}/sources`, { body: given, status: 201 });
  const path = `/sources/${source.id}`;
  const staged = await olga.json<Imported>('POST', `${path}/imports?name=calls.csv`, { ...fileOf(survey), status: 201 });
  expect(staged).toMatchObject({ state: 'staged', fileName: 'calls.csv', byteCount: Buffer.byteLength(survey) });
  const file = `/imports/${staged.id}`;

  const { plan } = await olga.json<{ plan: Plan }>('POST', `${file}/inspect`, { body: { timeZone: 'Europe/Berlin' } });
  const columns = plan.columns.map((column) => ({
    ...column,
    doubts: [],
    ...(column.name === 'Customer number' ? { role: { kind: 'identifier', of: 'person' } } : {}),
    ...(column.name === 'Submitted at' ? { role: { kind: 'time', form: 'ymd' } } : {}),
    ...(column.name === 'Response ID' ? { role: { kind: 'identifier', of: 'response' } } : {}),
  }));
  const body = { plan: { ...plan, columns } };
  const preview = await olga.json<{ rows: { scores: { value: number }[]; verbatims: { value: string }[] }[] }>(
    'POST',
    `${file}/preview`,
    { body },
  );
  expect(preview.rows).toHaveLength(50);
  expect(preview.rows[0]).toMatchObject({ line: 2, problem: null, channel: 'shop', scores: [{ value: 9 }] });
  expect(preview.rows[0]?.verbatims[0]?.value).not.toContain('@');

  await olga.json('POST', `${file}/start`, { body });
  await server.running.imports.settled();
  const ended = await olga.json<Imported>('GET', file);
  expect(ended).toMatchObject({ state: 'finished', added: 100, rejected: 1, failure: null });
  expect((await olga.call('POST', `${file}/start`, { body })).status).toBe(409);
  const report = await olga.call('GET', `${file}/rejections`, { headers: { 'Accept-Language': 'de' } });
  expect(report.headers.get('content-disposition')).toContain('calls.csv');
  expect((await report.text()).split('\r\n')).toEqual([
    'Zeile,Spalte,Grund',
    expect.stringMatching(/^102,Submitted at,„2026-02-30/),
    '',
  ]);

  const { items } = await vera.json<Figures>('GET', `${path}/figures?split=channel`);
  const [nps] = items;
  expect(items).toHaveLength(1);
  expect(nps?.column).toMatchObject({ number: 1, method: { kind: 'nps' }, scale: { metric: 'nps', min: 0, max: 10 } });
  expect(nps?.figure).toMatchObject({ n: 100, standing: 'firm', score: 30 });
  expect([nps?.figure.interval?.lower.toFixed(2), nps?.figure.interval?.upper.toFixed(2)]).toEqual(['14.05', '44.20']);
  expect(nps?.trend.map(({ month, figure }) => [month, figure.n])).toEqual([
    ['2026-01', 50],
    ['2026-02', 50],
  ]);
  expect(nps?.groups.map(({ value, figure }) => [value, figure.n])).toEqual([
    ['phone', 50],
    ['shop', 50],
  ]);
  const january = await vera.json<Figures>('GET', `${path}/figures?from=2026-01-01&to=2026-01-31&channel=phone`);
  expect(january.items[0]?.figure).toMatchObject({ n: 0, standing: 'tooFew', score: null });

  const seen: Answers['items'] = [];
  for (let cursor = ''; ; ) {
    const page = await olga.json<Answers>('GET', `${path}/answers?limit=40&channel=phone${cursor}`);
    seen.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(50);
  expect(seen[0]?.dimensions).toEqual({ channel: 'phone' });
  const found = await olga.json<Answers>('GET', `${path}/answers?text=REASON%2017,`);
  expect(found.items.map(({ verbatims }) => verbatims[2])).toEqual([expect.stringMatching(/^Reason 17, mail me: ▇/)]);

  const person = { body: { identifier: 'c3' } };
  const stored = await olga.json<{ items: unknown[] }>('POST', `/workspaces/${workspaceId}/evidence/person`, person);
  expect(stored.items).toHaveLength(10);
  expect(await olga.json('POST', `/workspaces/${workspaceId}/evidence/person/erase`, person)).toEqual({ erased: 10 });
  expect((await vera.json<Figures>('GET', `${path}/figures`)).items[0]?.figure.n).toBe(90);

  // The next file of this shape needs no plan.
  const next = await olga.json<Imported>('POST', `${path}/imports`, { ...fileOf(survey.replaceAll('\nR', '\nS')), status: 201 });
  await olga.json('POST', `/imports/${next.id}/start`, { body: {} });
  await server.running.imports.settled();
  expect(await olga.json('GET', `/imports/${next.id}`)).toMatchObject({ state: 'finished', added: 90, erased: 10 });
});

test('viewers see scores and nothing else; for strangers there is nothing', async () => {
  const given = { kind: 'reviews', name: 'Portal' };
  const source = await olga.json<Source>('POST', `/workspaces/${workspaceId}/sources`, { body: given, status: 201 });
  const staged = await olga.json<Imported>('POST', `/sources/${source.id}/imports`, { ...fileOf('a;b\n1;2\n'), status: 201 });
  const path = `/sources/${source.id}`;
  const statuses = async (program: ApiClient): Promise<number[]> => {
    const person = { body: { identifier: 'x' } };
    const answers = [
      await program.call('GET', path),
      await program.call('GET', `${path}/figures`),
      await program.call('GET', `${path}/answers`),
      await program.call('GET', `${path}/imports`),
      await program.call('POST', `${path}/imports`, fileOf('a\n')),
      await program.call('GET', `/imports/${staged.id}`),
      await program.call('POST', `/imports/${staged.id}/start`, { body: {} }),
      await program.call('DELETE', `/imports/${staged.id}`),
      await program.call('PATCH', path, { body: { name: 'Mine' } }),
      await program.call('POST', `/workspaces/${workspaceId}/evidence/person`, person),
      await program.call('POST', `/workspaces/${workspaceId}/evidence/person/erase`, person),
      await program.call('DELETE', path),
    ];
    return answers.map(({ status }) => status);
  };
  expect(await statuses(vera)).toEqual([200, 200, ...Array<number>(10).fill(403)]);
  expect(await statuses(eve)).toEqual(Array<number>(12).fill(404));
  expect((await olga.call('DELETE', path)).status).toBe(204);
  await server.running.imports.settled();
  expect(await statuses(olga)).toEqual([...Array<number>(9).fill(404), 200, 200, 404]);
});
