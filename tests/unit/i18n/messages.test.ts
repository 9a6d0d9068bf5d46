import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { de } from '@/lib/i18n/messages/de';
import { en } from '@/lib/i18n/messages/en';
import { placeholdersOf } from './placeholdersOf';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === 'string') flat.set(name, value);
    else for (const entry of flatten(value, name)) flat.set(...entry);
  }
  return flat;
}

const messages = { de: flatten(de as Tree), en: flatten(en as Tree) };
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('messages', () => {
  test('have the same keys in German and English', () => {
    expect([...messages.de.keys()].sort()).toEqual([...messages.en.keys()].sort());
  });

  test('have the same placeholders in German and English', () => {
    for (const [key, message] of messages.en)
      expect(placeholdersOf(messages.de.get(key) ?? ''), key).toEqual(placeholdersOf(message));
  });

  test('of every file are part of the language', () => {
    for (const locale of locales) {
      for (const file of readdirSync(new URL(`../../../lib/i18n/messages/${locale}`, import.meta.url))) {
        expect(read(`lib/i18n/messages/${locale}.ts`)).toContain(`'./${locale}/${file}'`);
      }
    }
  });

  for (const locale of locales) {
    test(`${locale}: can be formatted`, () => {
      const problems: string[] = [];
      const t = createTranslator({
        locale,
        messages: { ...(locale === 'de' ? de : en) } as Tree,
        onError: (error) => problems.push(error.message),
      });
      for (const [key, message] of messages[locale]) {
        const values = Object.fromEntries(
          placeholdersOf(message).map((name) => (name.startsWith('<') ? [name.slice(1, -1), () => ''] : [name, 2])),
        );
        t.rich(key as never, values as never);
      }
      expect(problems).toEqual([]);
    });

    test(`${locale}: use typographic quotes, dashes and no stray spaces`, () => {
      for (const [key, message] of messages[locale]) {
        // Straight quotes are ICU's escape character, so they must not stand around placeholders either.
        expect(message, key).not.toMatch(/"|'| -- |\.\.\.|^\s|[^\S\n]$/);
        if (locale === 'de') expect(message, key).not.toMatch(/“[^„]*”|\b(du|dein|deine)\b/);
        else expect(message, key).not.toMatch(/„/);
      }
    });
  }

  test('of errors exist for every reason that the code gives', () => {
    const sources = ['lib', 'app'].flatMap((folder) =>
      readdirSync(new URL(`../../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
        .map((file) => read(`${folder}/${file}`)),
    );
    const keys = sources.flatMap((source) => [...source.matchAll(/messageKey: '(\w+)'/g)].map(([, key = '']) => key));
    expect(keys.length).toBeGreaterThan(10);
    for (const key of new Set(keys)) expect(messages.en.has(`errors.${key}`), key).toBe(true);
  });
});
