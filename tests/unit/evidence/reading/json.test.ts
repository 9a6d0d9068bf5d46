import { describe, expect, test } from 'vitest';
import { guessJsonForm } from '@/lib/evidence/reading/json/guessJsonForm';
import type { JsonForm } from '@/lib/evidence/reading/json/jsonForm';
import { JsonRows } from '@/lib/evidence/reading/json/jsonRows';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';

const array: JsonForm = { records: 'array', path: [] };

function read(text: string, form: JsonForm = array, chunk = text.length || 1, limits = usualLimits) {
  const reader = new JsonRows(form, limits);
  const rows = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...reader.push(text.slice(at, at + chunk)));
  rows.push(...reader.end());
  return { rows, columns: Object.fromEntries(reader.columns) };
}

function refused(text: string, form: JsonForm = array, limits = usualLimits): unknown {
  try {
    read(text, form, 10, limits);
  } catch (cause) {
    return (cause as { problem: unknown }).problem;
  }
  return null;
}

describe('the records of a JSON file', () => {
  const text = `[
  {"id": 1, "text": "a \\"b\\" ]} \\\\", "n": -1.5e3},
  {
    "id": 2, "person": {"name": "Ä", "tags": ["x", null, 3]}, "ok": true
  }, 7, {"id": 3,, }, {"text": null, "id": "4"}]`;

  test.each([1, 2, 3, 50, 1000])('become rows with the lines that they stand on, in chunks of %i', (chunk) => {
    const { rows, columns } = read(text, array, chunk);
    expect(Object.keys(columns)).toEqual(['id', 'text', 'n', 'person.name', 'person.tags', 'ok']);
    expect(rows).toEqual([
      { line: 2, lastLine: 2, cells: ['1', 'a "b" ]} \\', '-1500'] },
      { line: 3, lastLine: 5, cells: ['2', '', '', 'Ä', 'x; ; 3', 'true'] },
      { line: 5, lastLine: 5, cells: [], problem: { key: 'row.notJson', line: 5, values: {} } },
      { line: 5, lastLine: 5, cells: [], problem: { key: 'row.notJson', line: 5, values: {} } },
      { line: 5, lastLine: 5, cells: ['4', ''] },
    ]);
  });

  test('may lie in an object, beside other things', () => {
    const envelope = '{"page": 1, "links": [{"a": 1}], "data": {"total": 2, "items": [{"id": 1}, {"id": 2}]}, "more": {}}';
    const form: JsonForm = { records: 'array', path: ['data', 'items'] };
    expect(guessJsonForm(envelope)).toEqual(form);
    for (const chunk of [1, 9, 500]) expect(read(envelope, form, chunk).rows.map(({ cells }) => cells)).toEqual([['1'], ['2']]);
  });

  test('may be one a line, and a broken one costs its line only', () => {
    const lines = '{"id": 1}\r\n\n{"id": 2\n{"id": 3}';
    const form: JsonForm = { records: 'lines', path: [] };
    for (const chunk of [1, 500]) {
      expect(read(lines, form, chunk).rows.map(({ line, cells, problem }) => [line, cells[0] ?? problem?.key])).toEqual([
        [1, '1'],
        [3, 'row.notJson'],
        [4, '3'],
      ]);
    }
  });

  test('hold the answers of further questions as columns of these', () => {
    const { rows, columns } = read(
      JSON.stringify([
        {
          additional_answers: [
            { id: 'a', value: { free_response: 'Because' }, question: { id: 'q1', type: 'free_response', text: 'Why?' } },
            { id: 'b', value: { select_one: { id: 'c', text: 'Shop' } }, question: { id: 'q2', text: 'Where?' } },
            { id: 'd', value: [{ text: 'x' }, { text: 'y' }], question: { id: 'q3', text: 'What?' } },
            { id: 'e', value: 4, question: { id: 'q4', text: 'How much?' } },
          ],
          other: [{ a: 1 }, [2]],
        },
      ]),
    );
    expect(columns).toEqual({
      'additional_answers.q1': 'Why?',
      'additional_answers.q2': 'Where?',
      'additional_answers.q3': 'What?',
      'additional_answers.q4': 'How much?',
      'other.1.a': 'other.1.a',
      'other.2': 'other.2',
    });
    expect(rows[0]?.cells).toEqual(['Because', 'Shop', 'x; y', '4', '1', '2']);
  });

  test('of a file that is broken or endless are refused', () => {
    expect(refused('[{"a": 1}, {"a": 2}')).toEqual({ key: 'json.syntax', line: 1, values: {} });
    expect(refused('[{"a": 1},\n{"a": ')).toEqual({ key: 'json.syntax', line: 2, values: {} });
    expect(refused('[{"a": 1}}\n')).toEqual({ key: 'json.syntax', line: 1, values: {} });
    expect(refused(`[${'['.repeat(100)}`, { records: 'array', path: ['x'] })).toMatchObject({ key: 'json.tooDeep' });
    expect(refused(`[{"a":${'['.repeat(100_000)}`)).toMatchObject({ key: 'json.tooDeep' });
    expect(refused(`[{"a": "${'x'.repeat(300)}"}]`, array, { ...usualLimits, maxRowLength: 200 })).toMatchObject({
      key: 'file.rowTooLong',
      values: { max: 200 },
    });
    expect(refused('[{"a": 1, "b": 2, "c": 3}]', array, { ...usualLimits, maxColumns: 2 })).toMatchObject({
      key: 'file.tooManyColumns',
      line: 1,
    });
  });
});

describe('the form of a JSON file is guessed', () => {
  test.each<[string, string, JsonForm | null]>([
    ['an array', ' [\n{"a": 1}, {"a', array],
    ['lines', '{"a": 1}\n{"a": 2}\n{"a', { records: 'lines', path: [] }],
    ['lines, one of them broken', '{"a": 1}\n{"a": }2}\n{"a": 2}\n{"a": 2}\n{"a"', { records: 'lines', path: [] }],
    ['objects over several lines', '{\n"a": 1}\n{\n"a": 2}\n', { records: 'values', path: [] }],
    ['one object', '{"id": 1, "score": 9}', { records: 'values', path: [] }],
    [
      'one answer with a list in it',
      '{"id": 1, "score": 9, "additional_answers": [{"id": 1}, {"id": 2}]}',
      { records: 'values', path: [] },
    ],
    [
      'an object with an array',
      '{"total": 1, "responses": [{"id": 1, "tags": [{"x": 1}, {"x": 2}]}]}',
      { records: 'array', path: ['responses'] },
    ],
    ['an array of other things', '[1, 2, 3]', array],
    ['nothing in it', '[]', array],
    ['words in brackets, one a line', '[a]\n[b]\n', null],
    ['a table whose first cell looks like it', '[a],[b]\n1,2\n', null],
    ['a text', 'a,b\n', null],
  ])('%s', (_what, text, form) => {
    expect(guessJsonForm(text)).toEqual(form);
  });
});
