'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useDayText } from '@/components/evidence/DayText';
import { type EvidenceLink, readLinkFilter } from '@/lib/map/evidenceLink';
import { useEditor } from '../session/EditorContext';

const segmentPrefix = 'segment.';

/** What a filter says, in words. */
export function useFilterWords(): {
  nameOf: (dimension: string) => string;
  wordsOf: (link: Pick<EvidenceLink, 'filter'>) => string;
} {
  const t = useTranslations('evidence.filter');
  const format = useFormatter();
  const { evidence } = useEditor();
  const categories = useStore(evidence, (state) => state.answer?.categories);
  const nameOf = (name: string): string => {
    if (name.startsWith(segmentPrefix)) return name.slice(segmentPrefix.length);
    const known = (['touchpoint', 'channel', 'language', 'givenCategory'] as const).find((dimension) => dimension === name);
    return known ? t(known) : name;
  };
  const dateOf = useDayText();
  const wordsOf = (link: Pick<EvidenceLink, 'filter'>): string => {
    const filter = readLinkFilter(link);
    if (filter === null) return t('unknown');
    const { from, to, text, segment, category } = filter;
    const parts = (['touchpoint', 'channel', 'language'] as const).flatMap((name) =>
      filter[name] === undefined ? [] : [t('part', { name: nameOf(name), value: filter[name] })],
    );
    if (category !== undefined) {
      // Until figures are here nobody knows what it is called.
      const path = categories?.find(({ id }) => id === category)?.path.join(' › ');
      parts.push(t('part', { name: t('category'), value: path ?? (categories ? t('goneCategory') : '…') }));
    }
    if (segment !== undefined) {
      const [name = '', ...value] = segment.split('=');
      parts.push(t('part', { name, value: value.join('=') }));
    }
    if (text !== undefined) parts.push(t('contains', { text }));
    if (from !== undefined && to !== undefined) parts.push(t('between', { from: dateOf(from), to: dateOf(to) }));
    else if (from !== undefined) parts.push(t('since', { from: dateOf(from) }));
    else if (to !== undefined) parts.push(t('until', { to: dateOf(to) }));
    return parts.length === 0 ? t('everything') : format.list(parts, { type: 'unit' });
  };
  return { nameOf, wordsOf };
}
