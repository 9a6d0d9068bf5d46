'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { DateTime } from '@/components/ui/Time';
import { pathOfSource, type Source } from '../source';
import { Counts } from './Counts';
import type { FileImport } from './fileImport';
import { ProblemText } from './ProblemText';
import { TakeBackDialog } from './TakeBackDialog';

/** The end of a file: what of it came in, and the way back; or why nothing did. */
export function ImportResult({ file, source }: { file: FileImport; source: Source }) {
  const t = useTranslations('evidencePages.files');
  const [isAsking, setAsking] = useState(false);
  const path = pathOfSource(source);
  const another = (
    <Link href={`${path}/import`} className={buttonClass()}>
      {t('another')}
    </Link>
  );
  if (file.state !== 'finished') {
    return (
      <div className="space-y-5 py-2">
        <Banner
          tone={file.state === 'failed' ? 'danger' : 'neutral'}
          title={t(file.state === 'failed' ? 'ends.failed' : 'ends.cancelled')}
        >
          {file.failure ? <ProblemText problem={file.failure} /> : t('cancelledText')}
        </Banner>
        {another}
      </div>
    );
  }
  return (
    <div className="space-y-6 py-2">
      <p className="text-ink-soft">
        {t.rich(file.kind === 'file' ? 'importedAt' : 'lastCame', {
          time: () => (file.endedAt ? <DateTime iso={file.endedAt} /> : null),
          rows: file.rowsRead,
        })}
      </p>
      <Counts file={file} />
      {file.added === 0 && file.skipped > 0 ? <Banner>{t('allKnown')}</Banner> : null}
      {file.changed > 0 ? <p className="max-w-prose text-pretty text-ink-soft text-sm">{t('changedHint')}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Link href={path} className={buttonClass({ variant: 'primary' })}>
          {t('toScores')}
        </Link>
        {file.rejected > 0 ? (
          <a href={`/api/v1/imports/${file.id}/rejections`} download className={buttonClass()}>
            <Download size={16} aria-hidden="true" />
            {t('report')}
          </a>
        ) : null}
        {another}
        {file.kind === 'typed' ? null : <Button onClick={() => setAsking(true)}>{t('takeBack')}</Button>}
      </div>
      {isAsking ? <TakeBackDialog file={file} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
