'use client';

import { useTranslations } from 'use-intl';
import type { FileProblem } from './fileImport';

/** What is wrong with a file, and where. */
export function ProblemText({ problem: { line, column, sentence } }: { problem: FileProblem }) {
  const t = useTranslations('evidencePages.wizard');
  return (
    <>
      {line === null ? '' : `${t('line', { line })}: `}
      {column === null ? '' : `${column}: `}
      {sentence}
    </>
  );
}
