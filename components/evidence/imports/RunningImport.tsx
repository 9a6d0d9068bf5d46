'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { Counts } from './Counts';
import type { FileImport } from './fileImport';
import { shareRead } from './openImport';
import { useImportName } from './useImportName';
import { useTakeBack } from './useTakeBack';

/** Milliseconds after which the page asks by itself, should nothing have been told. */
const patience = 5_000;

/** A file that is being imported, or waits for its turn. It goes on whoever looks. */
export function RunningImport({ file }: { file: FileImport }) {
  const t = useTranslations('evidencePages.files');
  const format = useFormatter();
  const router = useRouter();
  const { cancel, busy } = useTakeBack(file);
  const share = shareRead(file);
  const name = useImportName()(file);
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), patience);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="space-y-6 py-4">
      <div>
        <p className="mb-2" role="status">
          {share === null ? t('waiting') : t('running', { rows: file.rowsRead })}{' '}
          {share === null ? null : (
            <span className="text-ink-soft tabular-nums">{format.number(share, { style: 'percent' })}</span>
          )}
        </p>
        <Progress label={t('progressOf', { name })} value={share} className="h-2" />
      </div>
      {share === null ? null : <Counts file={file} />}
      <p className="max-w-prose text-pretty text-ink-soft text-sm">{t('goesOn')}</p>
      <Button busy={busy} onClick={() => void cancel()}>
        {t('cancelImport')}
      </Button>
    </div>
  );
}
