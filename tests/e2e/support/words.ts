import { readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';

const areas = [
  'auth',
  'canvas',
  'cardParts',
  'comments',
  'common',
  'comparing',
  'editor',
  'errors',
  'evidence',
  'evidencePages',
  'export',
  'filter',
  'finding',
  'future',
  'history',
  'import',
  'lifecycle',
  'signOff',
  'sync',
  'table',
  'tableView',
  'templates',
  'tokens',
  'versions',
  'workspace',
] as const;

function read(locale: Locale): Messages {
  const entries = areas.map((area) => {
    const file = new URL(`../../../lib/i18n/messages/${locale}/${area}.json`, import.meta.url);
    return [area, JSON.parse(readFileSync(file, 'utf8'))];
  });
  return Object.fromEntries(entries);
}

const messages: Record<Locale, Messages> = { de: read('de'), en: read('en') };

/** The interface's own words, for tests that work in both languages. */
export function wordsOf<const Area extends (typeof areas)[number]>(locale: Locale, area: Area) {
  return createTranslator<Messages, Area>({ locale, messages: messages[locale], namespace: area });
}
