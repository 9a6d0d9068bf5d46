import { expect, test } from 'vitest';
import { doubts } from '@/lib/evidence/reading/columns';
import { refusalKeys, rejectionKeys, remarkKeys } from '@/lib/evidence/reading/readingProblem';
import { locales } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';

/** Every value that a problem of reading can carry. */
const values = {
  ...{ byte: 1, count: 2, deepest: 3, expected: 4, given: 'x', length: 5, max: 6, megabytes: 7, min: 8 },
  ...{ name: 'y', sheet: 'z', text: 'w', timeZone: 'UTC' },
};

test.each(locales)('whatever can be said of a file has a sentence (%s), and nothing else has', (locale) => {
  const t = translatorOf(locale, 'reading');
  const keys = [...refusalKeys, ...rejectionKeys, ...remarkKeys];
  for (const key of keys) expect(t(key, values as never), key).not.toContain(key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('what can be doubted of a column is among them', () => {
  expect(doubts.filter((doubt) => !remarkKeys.includes(doubt))).toEqual([]);
});
