'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { Progress } from '@/components/ui/Progress';
import { type OpenImport, shareRead } from './openImport';

/** A file that has not ended, on the way to its page: how far it is, or that it lies ready. */
export function OpenImportLine({ file, path }: { file: OpenImport; path: string }) {
  const t = useTranslations('evidencePages.files');
  const format = useFormatter();
  const name = file.fileName || t('unnamed');
  const share = shareRead(file);
  return (
    <li className="text-sm">
      <Link href={path} className="text-ink underline decoration-line-strong hover:decoration-ink">
        {file.state === 'staged' ? t('ready', { name }) : file.state === 'queued' ? t('waits', { name }) : t('runs', { name })}
      </Link>
      {share === null ? null : (
        <span className="ml-2 text-ink-soft tabular-nums">{format.number(share, { style: 'percent' })}</span>
      )}
      {file.state === 'staged' ? null : (
        <Progress label={t('progressOf', { name })} value={share} className="mt-1.5 h-1.5 max-w-md" />
      )}
    </li>
  );
}
