'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { FileImport } from './fileImport';

/** What an import is called: by its file, or by the month in which its answers came in singly. */
export function useImportName(): (file: Pick<FileImport, 'kind' | 'fileName' | 'createdAt'>) => string {
  const t = useTranslations('evidencePages.files');
  const format = useFormatter();
  return ({ kind, fileName, createdAt }) => {
    if (kind === 'file') return fileName || t('unnamed');
    const month = format.dateTime(new Date(createdAt), { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return t(`singly.${kind}`, { month });
  };
}
