import { describe, expect, test } from 'vitest';
import { profileColumn } from '@/lib/evidence/reading/columnProfile';
import { DelimitedReader } from '@/lib/evidence/reading/delimited/delimitedReader';
import { guessDelimitedForm } from '@/lib/evidence/reading/delimited/guessDelimitedForm';
import { guessHeaderRows } from '@/lib/evidence/reading/headers/guessHeaderRows';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';
import { Refusal } from '@/lib/evidence/reading/readingProblem';
import { isDateFormat } from '@/lib/evidence/reading/spreadsheet/dateStyles';
import { suggestColumns } from '@/lib/evidence/reading/suggest/suggestColumns';
import { parseTime } from '@/lib/evidence/reading/time/parseTime';
import { parseScore } from '@/lib/evidence/reading/values/parseScore';

// Each of these held the thread that reads files for minutes, in which nobody else could look at one. Nothing is measured: where the time
// grows with the square of the length again, the test runs into its limit.

const nps = { kind: 'score', scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' }, labels: {} } as const;
const length = 60_000;
const blanks = ' '.repeat(length);
const cells: Readonly<Record<string, string>> = {
  'blanks between words': `a${blanks}b`,
  'blanks behind a number': `1${blanks}b`,
  'blanks behind a part': `1/2${blanks}1`,
  'blanks behind a star': `★${blanks}x`,
  'blanks behind a clock': `2026-01-01T12:00${blanks}x\ny`,
  'blanks behind a short clock': `2026-01-01T12:00${' '.repeat(90)}x\ny`,
  'a line of dashes': `x${'-'.repeat(length)}x`,
  'signs of an address': '@.'.repeat(length),
  'half an address': 'a@'.repeat(length),
};

describe('what is written to keep a reader busy', { timeout: 20_000 }, () => {
  test.each(Object.entries(cells))('is soon told from scores and times: %s', (_, cell) => {
    expect(parseScore(cell, nps, 'point')).toEqual({ problem: 'score.notANumber' });
    for (const form of ['ymd', 'dmy', 'mdy'] as const) expect(parseTime(cell, form, 'UTC')).toBeNull();
  });

  test.each(Object.entries(cells))('does not hold up guessing: %s', (_, cell) => {
    const profile = profileColumn([[cell]], 0, () => false);
    for (const name of ['NPS', 'Date', 'Comment', 'x']) {
      expect(suggestColumns([{ name, label: name, profile }], null, { decimal: 'point', prefersMonth: false })).toHaveLength(1);
    }
    expect(guessHeaderRows([[cell, 'b', 'c']]).skippedRows).toBe(0);
  });

  test('is soon told from the format of dates', () => {
    expect(isDateFormat('['.repeat(4 * length))).toBe(false);
    expect(isDateFormat(`"${'a"b'.repeat(4 * length)}`)).toBe(false);
    expect(isDateFormat('[$-407]d. mmmm yyyy;@')).toBe(true);
  });

  test('is rejected where a line has more stray quotes than a table has columns', () => {
    const text = `a,b\n${',"a"b'.repeat(length)}\n1,2\n`;
    const reader = new DelimitedReader({ delimiter: ',', quote: '"' }, usualLimits);
    const rows = [...reader.push(text), ...reader.end()];
    expect(rows.map(({ problem }) => problem?.key)).toEqual([undefined, 'row.quoteNotClosed', undefined]);
    expect(guessDelimitedForm(text, true).delimiter).toBe(',');
    const wide = `${','.repeat(length)}\n`;
    expect(() => new DelimitedReader({ delimiter: ',', quote: '"' }, usualLimits).push(wide)).toThrow(Refusal);
  });
});
