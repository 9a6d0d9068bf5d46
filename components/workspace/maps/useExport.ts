'use client';

import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { RequestError } from '../request';
import { useProblemSentence } from '../useProblemSentence';

/** File name that the server proposes, or a plain one. */
function fileNameOf(response: Response, fallback: string): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  try {
    if (encoded) return decodeURIComponent(encoded);
  } catch {
    // A name that cannot be read is no reason to lose the file.
  }
  return /filename="([^"]+)"/i.exec(header)?.[1] ?? fallback;
}

/** Fetches a map as PDF or picture and hands it to the browser as a download; says so when it takes a moment or fails. */
export function useExport(): (mapId: string, format: 'pdf' | 'png') => void {
  const t = useTranslations('workspace.maps');
  const locale = useLocale();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  return useCallback(
    (mapId, format) => {
      const run = async () => {
        toast({ title: t('exporting') });
        const query = new URLSearchParams({ format, locale, ...(format === 'png' ? { scale: '2' } : {}) });
        const response = await fetch(`/api/maps/${mapId}/export?${query}`).catch(() => null);
        if (!response) throw new RequestError('offline', null);
        if (!response.ok) throw new RequestError('unexpected', null);
        const address = URL.createObjectURL(await response.blob());
        const link = document.createElement('a');
        link.href = address;
        link.download = fileNameOf(response, `map.${format}`);
        link.click();
        // The download has its own hold on the data once begun; browsers want a moment for that.
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      };
      run().catch((error: unknown) => toast({ title: sentenceOf(error), tone: 'danger' }));
    },
    [t, locale, toast, sentenceOf],
  );
}
