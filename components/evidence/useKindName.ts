'use client';

import { useTranslations } from 'use-intl';
import type { Source } from './source';

/** What a source is, as people say it: “Survey after an event”, “Reviews”. */
export function useKindName(): (source: Pick<Source, 'kind' | 'basis'>) => string {
  const t = useTranslations('evidencePages.source');
  return ({ kind, basis }) => (kind === 'survey' && basis ? t(`surveys.${basis}`) : t(`kinds.${kind}`));
}
