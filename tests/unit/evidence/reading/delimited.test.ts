import { describe, expect, test } from 'vitest';
import { DelimitedReader } from '@/lib/evidence/reading/delimited/delimitedReader';
import { guessDelimitedForm } from '@/lib/evidence/reading/delimited/guessDelimitedForm';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';

function read(text: string, { delimiter = ',', quote = '"' as const, chunk = text.length || 1, limits = usualLimits } = {}) {
  const reader = new DelimitedReader({ delimiter, quote }, limits);
  const rows = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...reader.push(text.slice(at, at + chunk)));
  rows.push(...reader.end());
  return { rows, strayQuotes: reader.strayQuotes };
}
const cellsOf = (text: string, options = {}) => read(text, options).rows.map(({ cells }) => cells);

describe('a delimited text', () => {
  test.each([1, 2, 3, 7, 1000])('keeps quoted delimiters, quotes and line ends, in chunks of %i', (chunk) => {
    const text = 'a,"b ""c"", d",e\r\n"f\r\ng\nh",,"i"\n\n\r\n"",j\r,"k"';
    const { rows } = read(text, { chunk });
    expect(rows).toEqual([
      { line: 1, lastLine: 1, cells: ['a', 'b "c", d', 'e'] },
      { line: 2, lastLine: 4, cells: ['f\r\ng\nh', '', 'i'] },
      { line: 7, lastLine: 7, cells: ['', 'j'] },
      { line: 8, lastLine: 8, cells: ['', 'k'] },
    ]);
  });

  test('may have rows of different widths, and none', () => {
    expect(cellsOf('a;b;c\n1\n1;2;3;4\n', { delimiter: ';' })).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]);
    expect(cellsOf('')).toEqual([]);
    expect(cellsOf(',,\n ,\n')).toEqual([]);
  });

  test('may have quotes where none should be: they are text, and are counted', () => {
    const { rows, strayQuotes } = read('5" pipe,a,x\n"say "hi" and\nleave",a,x\n"d" , "e, f" ,"g"\n"say "hi" to me","b",x\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['5" pipe', 'a', 'x'],
      ['say "hi" and\nleave', 'a', 'x'],
      ['d', 'e, f', 'g'],
      ['say "hi" to me', 'b', 'x'],
    ]);
    expect(strayQuotes).toEqual({ count: 2, line: 2 });
  });

  test.each([1, 4, 1000])('may quote nothing, so that answers begin with quotes of their own, in chunks of %i', (chunk) => {
    const text = '1,5,gut\n2,"Super" Service,4\n3,"na ja" eher,"gut" nicht\n4,"sehr", 5\n5,6,7\n6,"Top" am Ende,1\n';
    const { rows, strayQuotes } = read(text, { chunk });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '5', 'gut'],
      ['2', '"Super" Service', '4'],
      ['3', '"na ja" eher', '"gut" nicht'],
      ['4', 'sehr', ' 5'],
      ['5', '6', '7'],
      ['6', '"Top" am Ende', '1'],
    ]);
    expect(strayQuotes).toEqual({ count: 3, line: 2 });
  });

  test('with a quote that is never closed loses that line only', () => {
    const text = 'a,b\n1,"open\n2,two\n3,three\n';
    for (const chunk of [1, 5, 100]) {
      const { rows } = read(text, { chunk });
      expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
        [1, ['a', 'b']],
        [2, ['1,"open']],
        [3, ['2', 'two']],
        [4, ['3', 'three']],
      ]);
      expect(rows[1]?.problem).toEqual({ key: 'row.quoteNotClosed', line: 2, values: {} });
    }
    // Far away from the end as well, without holding on to all that follows.
    const long = `a,b\n1,"open\n${'2,two\n'.repeat(500)}`;
    const { rows } = read(long, { chunk: 64, limits: { ...usualLimits, maxRowLength: 1000 } });
    expect(rows).toHaveLength(502);
    expect(rows.filter(({ problem }) => problem)).toHaveLength(1);
    expect(rows.at(-1)).toMatchObject({ line: 502, cells: ['2', 'two'] });
  });

  test('that is no table is refused', () => {
    const limits = { ...usualLimits, maxColumns: 3, maxRowLength: 100 };
    const refused = (text: string) => {
      try {
        read(text, { limits, chunk: 10 });
      } catch (cause) {
        return (cause as { problem: unknown }).problem;
      }
      return null;
    };
    expect(refused('a,b,c\n1,2,3,4\n')).toEqual({ key: 'file.tooManyColumns', line: 2, values: { max: 3 } });
    expect(refused(`a\n${'x'.repeat(200)}\n`)).toEqual({ key: 'file.rowTooLong', line: 2, values: { max: 100 } });
    expect(refused(`a\n"${'x'.repeat(200)}"\n`)).toEqual({ key: 'file.rowTooLong', line: 2, values: { max: 100 } });
    // Each line opens a quote that the next ones never close: reading behind each of them again has an end.
    expect(refused('"a\n'.repeat(100_000))).toEqual({ key: 'file.quotesBroken', line: 201, values: { count: 200 } });
  });

  test('is not quoted at all, if so chosen', () => {
    const reader = new DelimitedReader({ delimiter: ',', quote: '' }, usualLimits);
    expect(reader.push('"a,b"\n')[0]?.cells).toEqual(['"a', 'b"']);
  });
});

describe('the form of a delimited text is guessed', () => {
  test.each([
    ['comma', 'Name,Wert\n"Köln, Mitte",1\nBonn,2\n', ',', '"'],
    ['semicolon, with decimal commas', 'Note;Kommentar\n1,5;gut, aber teuer\n2,0;"naja; so, lala"\n', ';', '"'],
    ['tab', 'a\tb\tc\n1,5\tx; y\tz\n2,5\tu\tv\n', '\t', '"'],
    ['bar', 'a|b|c\n1|2|3\n', '|', '"'],
    ['one column', 'Kommentar\nWar gut\nNa ja\n', ',', '"'],
    ['nothing', '', ',', '"'],
    ['single quotes', "'a','b'\n'x, y','z'\n", ',', "'"],
    ['apostrophes before numbers', "phone,name\n'+49 151,Anna\n'+49 152,Ben\n'+49 153,Cem\n", ',', '"'],
    ['as many commas in every answer', `Note;Text\n${'1;"a, b, c, d, e, f"\n'.repeat(20)}`, ';', '"'],
    ['commas in questions', 'No.;"Wie, warum, wo?";Ort\n1;"gut, schnell";Köln\n2;a, b, c;Bonn\n', ';', '"'],
  ])('%s', (_what, text, delimiter, quote) => {
    expect(guessDelimitedForm(text, true)).toEqual({ delimiter, quote, declared: false });
  });

  test('unless the first line says it', () => {
    expect(guessDelimitedForm('sep=;\na,b;c,d\n', true)).toEqual({ delimiter: ';', quote: '"', declared: true });
  });

  test('from a piece that ends in the middle of a quoted cell', () => {
    expect(guessDelimitedForm('a;b\n1;"x, y"\n2;"and so, on and', false).delimiter).toBe(';');
  });
});
