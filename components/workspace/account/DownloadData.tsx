'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { downloadFile } from '@/components/editor/session/downloadFile';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { RequestError, toRequestError } from '../request';
import { useProblemSentence } from '../useProblemSentence';

/** Everything about the person as one file. Fetched rather than linked, so that a refusal is a sentence and not a page of JSON. */
export function DownloadData() {
  const t = useTranslations('lifecycle.account');
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const headers = { 'Accept-Language': document.documentElement.lang };
      const response = await fetch('/api/account/data', { headers, cache: 'no-store' }).catch(() => {
        throw new RequestError('offline', null);
      });
      if (!response.ok) throw await toRequestError(response);
      downloadFile(await response.blob(), `${t('dataName')}-${new Date().toISOString().slice(0, 10)}.zip`);
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
    }
    setBusy(false);
  };
  return (
    <>
      <Button icon={<Download size={16} aria-hidden="true" />} busy={busy} onClick={take}>
        {t('dataButton')}
      </Button>
      <p role="status" className="sr-only">
        {busy ? t('dataBusy') : ''}
      </p>
    </>
  );
}
