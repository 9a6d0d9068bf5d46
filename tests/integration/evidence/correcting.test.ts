import { afterAll, beforeAll, expect, test } from 'vitest';
import { listErasures } from '@/lib/data/evidence/erasures';
import { listOpenImports } from '@/lib/data/evidence/imports';
import { findSource } from '@/lib/data/evidence/sources';
import { listDimensions } from '@/lib/sources/listDimensions';
import { summariseSource, summariseSources } from '@/lib/sources/summariseSources';
import { ApiClient } from '../../builders/apiClient';
import { addMember, addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let workspaceId: string;
let olga: ApiClient;
let vera: ApiClient;
beforeAll(async () => {
  server = await startTestRuntime();
  const [owner, viewer] = [await addPerson(server.running, 'Olga'), await addPerson(server.running, 'Vera')];
  workspaceId = await addWorkspace(server.running, owner);
  await addMember(server.running, workspaceId, viewer, 'viewer');
  [olga, vera] = [await ApiClient.of(server.running, owner), await ApiClient.of(server.running, viewer)];
});
afterAll(() => server.stop());

type Named = { id: string };
type Figures = {
  items: { column: { number: number; scale: { direction: string } }; figure: { n: number; score: number; offScale: number } }[];
};
type Inspected = { plan: { columns: { name: string; role: { kind: string; scale?: object }; doubts: string[] }[] } };

/** Answers 1–5 to “how much effort”, of which nothing says which end is good; `first` makes them other ones. */
const effort = (first: number, answers: readonly number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    new TextEncoder().encode(
      [
        'Response ID,Date,Channel,Aufwand',
        ...answers.map((score, index) => `R${first + index},2026-01-1${index % 9},phone,${score}`),
        '',
      ].join('\n'),
    ),
  );
const answers = [5, 5, 5, 5, 5, 5, 5, 5, 1, 2, 3, 4];

async function stage(sourceId: string, file: Uint8Array<ArrayBuffer>): Promise<string> {
  const headers = { 'Content-Type': 'text/csv' };
  return (await olga.json<Named>('POST', `/sources/${sourceId}/imports?name=effort.csv`, { file, headers, status: 201 })).id;
}

async function finish(importId: string, plan?: unknown): Promise<void> {
  await olga.json('POST', `/imports/${importId}/start`, { body: plan === undefined ? {} : { plan } });
  await server.running.imports.settled();
  expect((await olga.json<{ state: string }>('GET', `/imports/${importId}`)).state).toBe('finished');
}

async function makeEffort(name: string): Promise<string> {
  const body = { kind: 'survey', name };
  const { id } = await olga.json<Named>('POST', `/workspaces/${workspaceId}/sources`, { body, status: 201 });
  const file = await stage(id, effort(0, answers));
  const { plan } = await olga.json<Inspected>('POST', `/imports/${file}/inspect`, { body: {} });
  expect(plan.columns.find((column) => column.name === 'Aufwand')?.doubts).toContain('score.directionUnclear');
  const columns = plan.columns.map((column) => ({ ...column, doubts: [] }));
  await finish(file, { ...plan, columns });
  return id;
}

test('a column whose direction was settled wrongly is corrected, and the next file is read so', async () => {
  const id = await makeEffort('Effort');
  const path = `/sources/${id}`;
  const before = await olga.json<Figures>('GET', `${path}/figures`);
  expect(before.items).toHaveLength(1);
  const opposite = before.items[0]?.column.scale.direction === 'lowIsGood' ? 'highIsGood' : 'lowIsGood';
  const body = {
    scale: { metric: 'ces', min: 1, max: 5, direction: opposite },
    method: { kind: 'share', from: opposite === 'lowIsGood' ? 2 : 4 },
  };
  expect((await vera.call('PATCH', `${path}/columns/1`, { body })).status).toBe(403);
  expect((await olga.call('PATCH', `${path}/columns/9`, { body })).status).toBe(404);
  expect((await olga.call('PATCH', `${path}/columns/1`, { body: { ...body, method: { kind: 'nps' } } })).status).toBe(400);
  expect(await olga.json('PATCH', `${path}/columns/1`, { body })).toMatchObject({ number: 1, ...body });
  const after = await olga.json<Figures>('GET', `${path}/figures`);
  expect(after.items[0]?.figure).toMatchObject({ n: 12, offScale: 0 });
  expect(after.items[0]?.figure.score).toBeCloseTo(opposite === 'lowIsGood' ? (100 * 2) / 12 : (100 * 9) / 12);

  const next = await stage(id, effort(100, [1, 1, 1]));
  await finish(next);
  const both = await olga.json<Figures>('GET', `${path}/figures`);
  expect(
    both.items.map(({ column, figure }) => [column.number, figure.n]),
    'no second column',
  ).toEqual([[1, 15]]);
});

test('answers off a corrected scale are told, and a scale that another column has is refused', async () => {
  const id = await makeEffort('Scales');
  const path = `/sources/${id}`;
  const narrow = { scale: { metric: 'ces', min: 1, max: 4, direction: 'highIsGood' }, method: { kind: 'mean' } };
  await olga.json('PATCH', `${path}/columns/1`, { body: narrow });
  expect((await olga.json<Figures>('GET', `${path}/figures`)).items[0]?.figure).toMatchObject({ n: 4, offScale: 8 });

  const file = await stage(id, effort(200, [1, 2, 3]));
  const { plan } = await olga.json<Inspected>('POST', `/imports/${file}/inspect`, { body: {} });
  const wide = { metric: 'ces', min: 1, max: 5, direction: 'highIsGood' };
  const columns = plan.columns.map((column) =>
    column.role.kind === 'score' ? { ...column, role: { ...column.role, scale: wide } } : column,
  );
  await finish(file, { ...plan, columns });
  const refused = await olga.call('PATCH', `${path}/columns/2`, { body: narrow });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ reason: 'columnScaleTaken' });
});

test('a source is summed up, with what its answers are told apart by, anew after each change', async () => {
  const { running } = server;
  const id = await makeEffort('Summed up');
  const source = await findSource(running.database, id);
  if (!source) throw new Error('no source');
  expect(await summariseSource(running, source)).toMatchObject({
    ...{ answers: 12, days: { first: '2026-01-10', last: '2026-01-18' }, lastImport: expect.any(Date) },
    ...{ scores: [{ number: 1, label: 'Aufwand', figure: { n: 12 } }] },
  });
  expect(await listDimensions(running, source)).toEqual([{ name: 'channel', values: ['phone'] }]);

  const staged = await stage(id, effort(300, [4]));
  expect((await listOpenImports(running.database, workspaceId)).map((row) => [row.id, row.state])).toEqual([[staged, 'staged']]);
  await olga.json('POST', `/workspaces/${workspaceId}/evidence/person/erase`, { body: { identifier: 'r3' } });
  const summed = await summariseSources(running, workspaceId);
  expect(summed.find((one) => one.id === id)?.summary.answers).toBe(11);
  const [erasure, ...others] = await listErasures(running.database, workspaceId);
  expect(erasure).toEqual({ at: expect.any(Date), by: expect.stringMatching(/^user:/) });
  expect(others).toEqual([]);
});

test('a file that cannot be read is refused with the sentence that says why, in the language of whoever asks', async () => {
  const given = { kind: 'reviews', name: 'Broken' };
  const { id } = await olga.json<Named>('POST', `/workspaces/${workspaceId}/sources`, { body: given, status: 201 });
  const headers = { 'Accept-Language': 'de' };
  const old = await stage(id, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]));
  const refused = await olga.call('POST', `/imports/${old}/inspect`, { body: {}, headers });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    reason: 'answersNotRead',
    detail: 'Das ist eine Tabelle in der Form, die Excel vor 2007 benutzte. Bitte speichern Sie sie als XLSX oder CSV.',
  });

  const file = await stage(id, new Uint8Array(new TextEncoder().encode('[{"Why?": "so"},\n{"Why?": "no')));
  const broken = await olga.call('POST', `/imports/${file}/inspect`, { body: {}, headers });
  expect(await broken.json()).toMatchObject({
    detail: 'Zeile 2: Das ist kein gültiges JSON, oder die Datei bricht hier ab.',
  });
});
