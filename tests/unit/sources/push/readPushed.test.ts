import { expect, test } from 'vitest';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import { mostPushed, readPushed } from '@/lib/sources/push/readPushed';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const question = 'How satisfied were you? (1-5)';
const file = [
  `Response ID;Date;Kanal;${question};Why?;E-Mail`,
  ...Array.from(
    { length: 20 },
    (_, at) => `R${at};${1 + at}.10.2026;Hotline;${1 + (at % 5)};Because of ${at};p${at}@example.org`,
  ),
].join('\n');

async function planOf(text: string, change: (plan: ReadingPlan) => ReadingPlan = (plan) => plan): Promise<ReadingPlan> {
  const inspected = await inspectFile(sourceOf(bytes(text)));
  if (inspected.kind === 'refused') throw new Error(inspected.problem.key);
  return change(inspected.plan);
}

const rowsOf = async (value: unknown, plans: ReadingPlan[], id = 'd1') => {
  const pushed = await readPushed(bytes(value), id, plans);
  if (pushed.kind !== 'rows') throw new Error(pushed.kind);
  return pushed.rows;
};

test('reads single answers as the file was read, in whatever form a tool writes its dates and numbers', async () => {
  const plan = await planOf(file);
  const answer = {
    'Response ID': 'R99',
    Date: '2026-11-02T10:00:00Z',
    Kanal: 'Chat',
    [question]: 4,
    'Why?': 'Write to me: a@b.example',
  };
  const [row] = await rowsOf(answer, [plan]);
  expect(row).toMatchObject({ kind: 'response', responseId: 'R99', channel: 'Chat', time: { day: '2026-11-02' } });
  expect(row).toMatchObject({ scores: [{ column: question, value: 4 }], verbatims: [{ column: 'Why?' }], personal: [] });
  expect(JSON.stringify(row)).not.toContain('a@b');
  const [inGerman] = await rowsOf([{ 'Response ID': 'R100', Date: '3.11.2026', [question]: '5' }], [plan]);
  expect(inGerman).toMatchObject({ time: { day: '2026-11-03' }, scores: [{ value: 5 }], channel: null });
});

test('does not read what nobody has looked at', async () => {
  const plan = await planOf(file);
  const [row] = await rowsOf({ [question]: 4, 'How easy was it? (1-5)': 2, Comment: 'x', phone: '0221 470 123' }, [plan]);
  expect(row).toMatchObject({ scores: [{ column: question, value: 4 }], verbatims: [], personal: [] });
  expect(await readPushed(bytes({ Comment: 'Hello', rating: 4 }), 'd', [plan])).toEqual({
    kind: 'noPlan',
    columns: ['Comment', 'rating'],
  });
  // Where they come from is no answer.
  expect(await readPushed(bytes({ Kanal: 'Chat' }), 'd', [plan])).toMatchObject({ kind: 'noPlan' });
  expect(await readPushed(bytes({ [question]: 4 }), 'd', [])).toMatchObject({ kind: 'noPlan' });
});

test('chooses the plan that is about most of what came', async () => {
  const [csat, other] = [await planOf(file), await planOf(`Why?,How likely are you to recommend us? (0-10)\nBad,3\nGood,9\n`)];
  const [row] = await rowsOf({ 'Why?': 'So', 'How likely are you to recommend us? (0-10)': 10 }, [csat, other]);
  expect(row).toMatchObject({ scores: [{ metric: 'nps', value: 10 }] });
});

test('knows an answer without an identifier by the delivery that brought it', async () => {
  const plan = await planOf(file);
  const same = [{ [question]: 5 }, { [question]: 5 }];
  const [first, again, later] = [
    await rowsOf(same, [plan], 'd1'),
    await rowsOf(same, [plan], 'd1'),
    await rowsOf(same, [plan], 'd2'),
  ];
  const marks = [first, later].flat().map((row) => (row.kind === 'response' ? row.fingerprint : ''));
  expect(new Set(marks).size).toBe(4);
  expect(again).toEqual(first);
  const [named] = await rowsOf({ 'Response ID': 'R1', [question]: 5 }, [plan], 'd1');
  const [renamed] = await rowsOf({ 'Response ID': 'R1', [question]: 5 }, [plan], 'd2');
  expect(named).toEqual(renamed);
});

test('refuses what is no delivery, and rejects row by row', async () => {
  const plan = await planOf(file);
  for (const text of ['', 'null', '7', '"x"', '{"a":', 'Response ID;x\nR1;2']) {
    expect(await readPushed(bytes(text), 'd', [plan])).toEqual({ kind: 'notJson' });
  }
  expect(await readPushed(new Uint8Array([0x7b, 0xff, 0x7d]), 'd', [plan])).toEqual({ kind: 'notJson' });
  for (const empty of [[], [1, 2], [[]], {}])
    expect((await readPushed(bytes(empty), 'd', [plan])).kind).toMatch(/^(refused|noPlan)$/);
  const many = Array.from({ length: mostPushed + 1 }, (_, at) => ({ 'Response ID': `R${at}`, [question]: 1 }));
  expect(await readPushed(bytes(many), 'd', [plan])).toMatchObject({ kind: 'refused', problem: { key: 'file.tooManyRows' } });
  expect(await rowsOf(many.slice(1), [plan])).toHaveLength(mostPushed);
  const rows = await rowsOf([{ [question]: 9 }, { [question]: 3 }, { Date: 'soon', [question]: 3 }], [plan]);
  expect(rows.map(({ kind }) => kind)).toEqual(['rejected', 'response', 'rejected']);
});
