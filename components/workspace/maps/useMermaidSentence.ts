'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { MermaidProblem } from '@/lib/map/mermaid/parseMermaidJourney';

/** The sentence about one line of a file. */
export function useMermaidSentence(): (problem: MermaidProblem) => string {
  const t = useTranslations('import');
  return useCallback((problem) => t(problem.key, problem.values as never), [t]);
}
