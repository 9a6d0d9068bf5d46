import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dateLocale } from '@/lib/i18n/dateLocale';

const root = new URL('../../../', import.meta.url);

test('dates are written as the interface is, in British English', () => {
  expect([dateLocale('en'), dateLocale('de')]).toEqual(['en-GB', 'de']);
  const day = new Date('2026-11-28T09:05:00Z');
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  expect(new Intl.DateTimeFormat(dateLocale('en'), options).format(day)).toBe('28 Nov 2026, 09:05');
});

test('nothing writes dates in the bare language of the interface: in English those would be American', () => {
  const offenders = ['lib', 'components', 'app'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
      .filter((file) => /DateTimeFormat\(\s*locale\s*[,)]/.test(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')))
      .map((file) => `${folder}/${file}`),
  );
  expect(offenders).toEqual([]);
});
