'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import { useEditor } from '../session/EditorContext';
import { useFilterWords } from './useFilterWords';

/** What links are called: their source, and which part of it is meant. */
export function useLinkName(): (link: Pick<EvidenceLink, 'id' | 'sourceId' | 'filter' | 'responseId'>) => {
  name: string;
  words: string;
} {
  const t = useTranslations('evidence');
  const { evidence } = useEditor();
  const known = useStore(evidence, (state) => state.links);
  const sources = useStore(evidence, (state) => state.answer?.sources);
  const { wordsOf } = useFilterWords();
  return (link) => ({
    name: sources?.find(({ id }) => id === link.sourceId)?.name ?? t(known.has(link.id) ? 'unknownSource' : 'sourceComing'),
    words: link.responseId === undefined ? wordsOf(link) : t('oneAnswer'),
  });
}
