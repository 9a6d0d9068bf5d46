'use client';

import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { requestExport } from '@/components/editor/export/exportRequest';
import { downloadFile, toFileName } from '@/components/editor/session/downloadFile';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '../useProblemSentence';
import type { MapSummary } from './mapSummary';

/** Takes a map along straight from the list, as PDF or picture with the usual options; the editor offers the others. */
export function useExport(): (map: MapSummary, format: 'pdf' | 'png') => void {
  const t = useTranslations('workspace.maps');
  const locale = useLocale();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  return useCallback(
    (map, format) => {
      const run = async () => {
        toast({ title: t('exporting') });
        const usual = { paper: 'fit', orientation: 'landscape', scale: '2', theme: 'light' } as const;
        const file = await requestExport(map.id, { ...usual, format, locale }, new AbortController().signal);
        downloadFile(file.bytes, `${toFileName(map.title, t('fileName'))}.${format}`);
        if (file.missing.length > 0)
          toast({ title: t('exportMissing', { characters: file.missing.join(' ') }), duration: 15_000 });
      };
      run().catch((error: unknown) => toast({ title: sentenceOf(error), tone: 'danger' }));
    },
    [t, locale, toast, sentenceOf],
  );
}
