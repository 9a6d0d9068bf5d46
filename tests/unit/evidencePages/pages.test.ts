import { describe, expect, test } from 'vitest';
import { changeFilter, evidenceFilterSchema, toQuery, toSearch } from '@/components/evidence/evidenceFilter';
import { shareRead } from '@/components/evidence/imports/openImport';
import { toPersonCsv, toPersonJson } from '@/components/evidence/privacy/personFile';
import { readDays } from '@/components/evidence/retention';
import { toRetention } from '@/components/evidence/sourceFields';
import { countRows, previewColumns, valueIn } from '@/components/evidence/wizard/previewCells';

describe('a filter in an address', () => {
  test('is what the server is asked', () => {
    expect(toQuery({ by: 'channel', value: 'phone', split: 'touchpoint' })).toEqual({ channel: 'phone', split: 'touchpoint' });
    expect(toQuery({ by: 'segment.Region', value: 'North', from: '2026-01-01' })).toEqual({
      ...{ segment: 'Region=North', from: '2026-01-01' },
    });
    expect(toQuery({ by: 'channel' }), 'a dimension without a value narrows nothing').toEqual({});
  });

  test('loses the value with its dimension, and what is emptied', () => {
    expect(changeFilter({ by: 'channel', value: 'phone' }, { by: 'language' })).toEqual({ by: 'language' });
    expect(changeFilter({ from: '2026-01-01', split: 'channel' }, { from: '' })).toEqual({ split: 'channel' });
  });

  test('goes into an address and comes back', () => {
    const filter = { from: '2026-01-01', by: 'segment.A & B', value: 'ü=1', split: 'channel' };
    expect(evidenceFilterSchema.parse(Object.fromEntries(new URLSearchParams(toSearch(filter))))).toEqual(filter);
    expect(toSearch({})).toBe('');
  });

  test('of an address that somebody spoiled is left out', () => {
    expect(evidenceFilterSchema.parse({ from: 'yesterday', to: ['a', 'b'], by: '', split: 'channel' })).toEqual({
      split: 'channel',
    });
  });
});

describe('how long answers are kept', () => {
  test.each([
    ['365', 365],
    [' 1 ', 1],
    ['36500', 36_500],
    ['36501', null],
    ['0', null],
    ['1.5', null],
    ['-3', null],
    ['', null],
    ['1e3', null],
  ])('“%s”', (text, days) => {
    expect(readDays(text)).toBe(days);
    expect(toRetention(text)).toBe(days ?? 'wrong');
  });
  test('for good', () => expect(toRetention('forever')).toBeNull());
});

test('a file tells how far it is once it is read', () => {
  const file = { id: 'i', sourceId: 's', fileName: 'a.csv', byteCount: 200, bytesRead: 50 };
  expect(shareRead({ ...file, state: 'running' })).toBe(0.25);
  expect(shareRead({ ...file, state: 'running', bytesRead: 400 })).toBe(1);
  expect(shareRead({ ...file, state: 'queued' })).toBeNull();
});

test('a preview shows what the plan takes, and no personal data', () => {
  const column = (name: string, role: unknown) => ({ name, label: '', role, doubts: [] }) as never;
  const columns = previewColumns({
    columns: [
      column('Why?', { kind: 'verbatim' }),
      column('Name', { kind: 'personal', data: 'name', treatment: 'keep' }),
      column('Sent', { kind: 'time', form: 'ymd' }),
      column('Region', { kind: 'segment' }),
    ],
  });
  expect(columns.map(({ name }) => name)).toEqual(['Sent', 'Region', 'Why?']);
  const row = {
    ...{
      line: 2,
      problem: null,
      isRepeated: false,
      at: '2026-01-01T00:00:00Z',
      touchpoint: null,
      channel: null,
      language: null,
      category: null,
    },
    ...{ segments: [{ column: 'Region', value: 'North' }], scores: [], verbatims: [] },
  };
  expect(columns.map((one) => valueIn(row, one))).toEqual(['2026-01-01T00:00:00Z', 'North', null]);
  const problem = { key: 'score.outside', line: 3, column: null, sentence: '' };
  expect(countRows([row, { ...row, isRepeated: true }, { ...row, problem }])).toEqual({ taken: 1, repeated: 1, rejected: 1 });
});

describe('what is stored about a person, as a file', () => {
  const sources = [
    {
      id: 's',
      name: 'After the call',
      columns: [
        { number: 1, kind: 'score' as const, label: 'Recommend?', metric: 'nps' },
        { number: 2, kind: 'verbatim' as const, label: 'Why?', metric: null },
      ],
    },
  ];
  const answer = {
    ...{ id: 'a', importId: 'i', at: '2026-03-01T10:00:00.000Z', day: '2026-03-01', dimensions: { channel: 'phone' } },
    ...{ scores: { 1: 9 }, verbatims: { 2: '=1+1, "quick"' }, personal: {}, category: null, entry: null },
  };
  const found = [{ sourceId: 's', answer }];

  test('names sources and questions', () => {
    expect(JSON.parse(toPersonJson(found, sources))).toEqual({
      answers: [
        {
          ...{ source: 'After the call', givenAt: answer.at, day: '2026-03-01' },
          said: [
            { what: 'channel', value: 'phone' },
            { what: 'Recommend?', value: '9' },
            { what: 'Why?', value: '=1+1, "quick"' },
          ],
        },
      ],
    });
  });

  test('runs no formula in a spreadsheet', () => {
    const csv = toPersonCsv(found, sources, { source: 'Source', time: 'Given', what: 'Asked', value: 'Said' });
    expect(csv.split('\r\n').at(-2)).toBe(`After the call,${answer.at},Why?,"'=1+1, ""quick"""`);
  });

  test('leaves nothing out of a source that was deleted meanwhile', () => {
    expect(toPersonJson(found, [])).toContain('quick');
  });
});
