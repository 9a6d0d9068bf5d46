import { describe, expect, test } from 'vitest';
import { batchAnswers } from '@/lib/data/evidence/writeAnswers';
import { lengthOf, type ReadItem, type ReadResponse } from '@/lib/evidence/reading/readResponse';
import { RowFingerprints } from '@/lib/evidence/reading/rowFingerprint';
import { pseudonymOf, pseudonymsOf, rowMarkOf } from '@/lib/sources/pseudonym';
import { toAnswer } from '@/lib/sources/toAnswer';
import { mostRejections, toBatches } from '@/lib/sources/toBatches';
import { toSlice } from '@/lib/sources/toSlice';

const key = Buffer.from('a key of the workspace').toString('base64url');
const numbers = new Map([
  ['score NPS', 1],
  ['verbatim Why?', 2],
  ['personal Mail', 3],
  ['personal Name', 4],
]);
const options = { numbers, key, since: null, rejectedBefore: 0, bytesRead: 7 };

const response = (row: number, over: Partial<ReadResponse> = {}): ReadResponse => ({
  ...{
    kind: 'response',
    row,
    line: row + 2,
    fingerprint: `f${row}`,
    contentFingerprint: `c${row}`,
    responseId: null,
    personId: null,
  },
  ...{
    time: { at: Date.UTC(2026, 0, 1, 23), day: '2026-01-02' },
    touchpoint: 'Hotline',
    channel: null,
    language: null,
    category: null,
  },
  ...{ scores: [{ column: 'NPS', metric: 'nps', value: 9 }], verbatims: [], segments: [], personal: [] },
  ...over,
});
const rejected = (row: number): ReadItem => ({
  ...{ kind: 'rejected', row, line: row + 2 },
  problem: { key: 'score.outside', line: row + 2, column: 'NPS', values: { given: 'a\u0000b\ud800', min: 0 } },
});

describe('an answer as it is stored', () => {
  test('has values by numbers, the day where it was written, and identifiers as pseudonyms only', () => {
    const personal: ReadResponse['personal'] = [
      { column: 'Mail', data: 'email', treatment: 'pseudonymise', value: 'Petra@example.org' },
      { column: 'Name', data: 'name', treatment: 'keep', value: 'Petra' },
    ];
    const verbatims: ReadResponse['verbatims'] = [{ column: 'Why?', text: 'quick', masked: [] }];
    const { answer, slice } = toAnswer(response(3, { personId: 'C 4711', responseId: 'R1', personal, verbatims }), options);
    const mail = pseudonymOf(key, ' petra@EXAMPLE.org');
    expect(answer).toEqual({
      ...{ fingerprint: rowMarkOf(key, 'f3'), content: rowMarkOf(key, 'c3') },
      ...{ at: '2026-01-01T23:00:00.000Z', day: '2026-01-02', slice: slice.id },
      ...{ scores: { 1: 9 }, verbatims: { 2: 'quick' }, personal: { 3: mail, 4: 'Petra' } },
      persons: [pseudonymOf(key, 'c  4711'), pseudonymOf(key, 'R1'), mail],
    });
    expect(pseudonymOf(Buffer.from('another').toString('base64url'), 'R1')).not.toBe(pseudonymOf(key, 'R1'));
  });

  test('is found by what a person is called by, however that is written', () => {
    const isSame = (one: string, other: string) => pseudonymsOf(key, one).some((name) => pseudonymsOf(key, other).includes(name));
    expect(isSame('Customer 4711', ' customer4711 ')).toBe(true);
    // Survey tools put the text mark of spreadsheets before telephone numbers.
    expect(isSame("'+49 151 23456789", '+49 151 23456789')).toBe(true);
    expect(isSame('+49 (0)151 234-567-89', '004915123456789')).toBe(true);
    expect(isSame('0151/23456789', '(0151) 23 45 67 89')).toBe(true);
    expect(isSame('4711-12', '471112')).toBe(false);
    expect(isSame('+49 151 23456789', '+49 151 23456780')).toBe(false);
    const personal: ReadResponse['personal'] = [
      { column: 'Mail', data: 'phone', treatment: 'pseudonymise', value: "'0151/23456789" },
    ];
    const { persons } = toAnswer(response(0, { personal, personId: '0151-23456789' }), options).answer;
    expect(persons).toContain(pseudonymsOf(key, '0151 23456789')[1]);
    // A customer's number is no telephone number, whatever it looks like.
    expect(toAnswer(response(0, { personId: '0151/23456789' }), options).answer.persons).toHaveLength(1);
  });

  test('has an id from which nobody without the key can tell what stands in its row', () => {
    const guessed = new RowFingerprints(['E-mail']).contentOf(['petra@example.org']);
    const row = response(1, { fingerprint: guessed, contentFingerprint: guessed });
    const { answer } = toAnswer(row, options);
    expect([answer.fingerprint, answer.content].join()).not.toContain(guessed);
    // The same in every file of the workspace, so that known rows are known; another one elsewhere.
    expect(toAnswer(row, options).answer).toEqual(answer);
    const elsewhere = toAnswer(row, { ...options, key: Buffer.from('another').toString('base64url') }).answer;
    expect(elsewhere.fingerprint).not.toBe(answer.fingerprint);
    expect(elsewhere.content).not.toBe(answer.content);
    // What a person is called by is never what a row is known by, even where both are the same word.
    expect(rowMarkOf(key, 'R1')).not.toBe(pseudonymOf(key, 'R1'));
  });

  test('belongs to one slice, in whatever order its segments come', () => {
    const segments = [
      { column: 'Region', value: 'North' },
      { column: 'channel', value: 'x' },
    ];
    const place = { touchpoint: null, channel: 'phone', language: null };
    const slice = toSlice({ ...place, segments });
    expect(slice.dimensions).toEqual({ channel: 'phone', 'segment.Region': 'North', 'segment.channel': 'x' });
    expect(toSlice({ ...place, segments: [...segments].reverse() })).toEqual(slice);
    expect(toSlice({ ...place, segments: [] }).id).not.toBe(slice.id);
  });
});

describe('rows that are written together', () => {
  test('are few, and say how far the file is', () => {
    const items = Array.from({ length: 120 }, (_, row) => response(row));
    const batches = [...toBatches(items, options)];
    expect(batches.map((batch) => [batch.answers.length, batch.rowsRead, batch.bytesRead])).toEqual([
      [batchAnswers, 50, 7],
      [batchAnswers, 100, 7],
      [20, 120, 7],
    ]);
    expect(batches[0]?.slices).toHaveLength(1);
    const long = [0, 1, 2].map((row) => response(row, { verbatims: [{ column: 'Why?', text: 'x'.repeat(40_000), masked: [] }] }));
    expect([...toBatches(long, options)].map(({ answers }) => answers.length)).toEqual([1, 1, 1]);
    expect([...toBatches([], options)]).toEqual([]);
  });

  test('are small whatever makes an answer long: segments and personal data as well', () => {
    const value = 'x'.repeat(500);
    const many = Array.from({ length: 70 }, (_, index) => ({ column: `c${index}`, value }));
    const segmented = [0, 1, 2].map((row) => response(row, { segments: many.map((one) => ({ ...one, value: value + row })) }));
    expect([...toBatches(segmented, options)].map(({ answers }) => answers.length)).toEqual([1, 1, 1]);
    const personal = many.map((one) => ({ ...one, data: 'other', treatment: 'keep' }) as const);
    const named = [0, 1, 2].map((row) => response(row, { personal }));
    const all = new Map([...numbers, ...many.map(({ column }, index) => [`personal ${column}`, index + 9] as const)]);
    expect([...toBatches(named, { ...options, numbers: all })].map(({ answers }) => answers.length)).toEqual([1, 1, 1]);
    // Alike in all of them, dimensions are written once.
    const alike = [0, 1, 2].map((row) => response(row, { segments: many }));
    expect([...toBatches(alike, options)].map(({ answers }) => answers.length)).toEqual([1, 1, 1]);
    expect(lengthOf(segmented[0] ?? response(0))).toBeGreaterThan(30_000);
    expect(lengthOf(named[0] ?? response(0))).toBeGreaterThan(30_000);
  });

  test('count what is repeated, run out or rejected', () => {
    const since = new Date('2026-01-01T23:00:00Z');
    const old = { at: since.getTime() - 1, day: '2026-01-01' };
    const items: ReadItem[] = [
      ...[response(0), response(1, { time: old }), response(2, { time: null })],
      { kind: 'repeated', row: 3, line: 5 },
      rejected(4),
      { kind: 'remark', problem: { key: 'quotes.stray', values: { count: 1 } } },
    ];
    const [first, ...others] = [...toBatches(items, { ...options, since })];
    expect(others).toEqual([]);
    expect(first).toMatchObject({ rowsRead: 5, repeated: 1, expired: 1 });
    expect(first?.answers.map(({ fingerprint }) => fingerprint)).toEqual([rowMarkOf(key, 'f0'), rowMarkOf(key, 'f2')]);
    expect(first?.rejected).toEqual([
      { row: 4, line: 6, problem: { key: 'score.outside', column: 'NPS', values: { given: 'ab\ufffd', min: 0 } } },
    ]);
  });

  test('keep the reasons of so many rejected rows, and count the others', () => {
    const [first] = [...toBatches([rejected(0), rejected(1)], { ...options, rejectedBefore: mostRejections - 1 })];
    expect(first?.rejected.map(({ problem }) => problem === null)).toEqual([false, true]);
  });
});
