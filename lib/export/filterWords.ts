import { createTranslator } from 'use-intl/core';
import { dateLocale } from '@/lib/i18n/dateLocale';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import { type EvidenceLink, readLinkFilter } from '@/lib/map/evidenceLink';

const segmentPrefix = 'segment.';

/** Writes a day (YYYY-MM-DD) as people do. It was noted where the answer was given, and is the same day in every zone. */
export function makeDayText(locale: string): (day: string) => string {
  const format = new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/** What filters say, in words. `pathOf`: what a category of contact reasons is called, from the top of the tree down; null while that is not known. */
export function makeFilterWords(
  locale: Locale,
  messages: Pick<Messages, 'evidence'>,
  pathOf: (categoryId: string) => readonly string[] | undefined | null,
): { nameOf: (dimension: string) => string; wordsOf: (link: Pick<EvidenceLink, 'filter'>) => string } {
  const t = createTranslator({ locale, messages, namespace: 'evidence.filter' });
  const list = new Intl.ListFormat(dateLocale(locale), { type: 'unit' });
  const dateOf = makeDayText(locale);
  const nameOf = (name: string): string => {
    if (name.startsWith(segmentPrefix)) return name.slice(segmentPrefix.length);
    const known = (['touchpoint', 'channel', 'language', 'givenCategory'] as const).find((dimension) => dimension === name);
    return known ? t(known) : name;
  };
  const wordsOf = (link: Pick<EvidenceLink, 'filter'>): string => {
    const filter = readLinkFilter(link);
    if (filter === null) return t('unknown');
    const { from, to, text, segment, category } = filter;
    const parts = (['touchpoint', 'channel', 'language'] as const).flatMap((name) =>
      filter[name] === undefined ? [] : [t('part', { name: nameOf(name), value: filter[name] })],
    );
    if (category !== undefined) {
      const path = pathOf(category);
      parts.push(t('part', { name: t('category'), value: path?.join(' › ') ?? (path === null ? '…' : t('goneCategory')) }));
    }
    if (segment !== undefined) {
      const [name = '', ...value] = segment.split('=');
      parts.push(t('part', { name, value: value.join('=') }));
    }
    if (text !== undefined) parts.push(t('contains', { text }));
    if (from !== undefined && to !== undefined) parts.push(t('between', { from: dateOf(from), to: dateOf(to) }));
    else if (from !== undefined) parts.push(t('since', { from: dateOf(from) }));
    else if (to !== undefined) parts.push(t('until', { to: dateOf(to) }));
    return parts.length === 0 ? t('everything') : list.format(parts);
  };
  return { nameOf, wordsOf };
}
