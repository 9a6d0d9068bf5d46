'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportProblem } from '@/lib/interchange/importProblem';

/** The sentence about one place of a file. */
export function useImportSentence(): (problem: ImportProblem) => string {
  const t = useTranslations('import');
  return useCallback((problem) => t(problem.key, problem.values as never), [t]);
}
