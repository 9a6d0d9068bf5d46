'use client';

import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { useStore } from 'zustand';
import { makeFilterWords } from '@/lib/export/filterWords';
import { localeSchema } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/translator';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import { useEditor } from '../session/EditorContext';

/** What a filter says, in words. */
export function useFilterWords(): {
  nameOf: (dimension: string) => string;
  wordsOf: (link: Pick<EvidenceLink, 'filter'>) => string;
} {
  const locale = localeSchema.catch('en').parse(useLocale());
  const messages = useMessages() as Messages;
  const { evidence } = useEditor();
  const categories = useStore(evidence, (state) => state.answer?.categories);
  return useMemo(
    // Until figures are here nobody knows what a category is called.
    () => makeFilterWords(locale, messages, (id) => (categories ? categories.find((one) => one.id === id)?.path : null)),
    [locale, messages, categories],
  );
}
