'use client';

import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge, type Tone } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Progress } from '@/components/ui/Progress';
import { DateTime } from '@/components/ui/Time';
import { controlOfLine } from '@/components/workspace/useLineFocus';
import { pathOfSource, type Source } from '../source';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import type { FileImport } from './fileImport';
import { shareRead } from './openImport';
import { ProblemText } from './ProblemText';
import { TakeBackDialog } from './TakeBackDialog';
import { useImportName } from './useImportName';

const tones = {
  staged: 'warning',
  queued: 'neutral',
  running: 'neutral',
  finished: 'success',
  failed: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<FileImport['state'], Tone>;

/** The files of a source, the newest first, each with its state. */
export function FileList({ files, source }: { files: readonly FileImport[]; source: Source }) {
  const t = useTranslations('evidencePages.files');
  const format = useFormatter();
  const nameOf = useImportName();
  const [asked, setAsked] = useState<FileImport | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const ended = useRef<string | null>(null);
  useEvidenceRefresh(source.workspaceId);
  // The button goes once its file does not count any more: the keyboard stays with the file.
  useEffect(() => {
    const index = files.findIndex(({ id, state }) => id === ended.current && state === 'cancelled');
    if (index < 0) return;
    ended.current = null;
    controlOfLine(list.current, index)?.focus();
  });
  const path = pathOfSource(source);
  if (files.length === 0) {
    return (
      <EmptyState
        title={t('emptyTitle')}
        action={
          <Link href={`${path}/import`} className={buttonClass({ variant: 'primary', size: 'lg' })}>
            <FileUp size={18} aria-hidden="true" />
            {t('emptyAction')}
          </Link>
        }
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul ref={list} className="-mt-6 divide-y divide-line border-line border-b">
        {files.map((file) => {
          const name = nameOf(file);
          const share = shareRead(file);
          return (
            <li key={file.id} className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
              <div className="min-w-0 flex-1 basis-72">
                <p className="break-words font-semibold">
                  <Link href={`${path}/files/${file.id}`} className="no-underline hover:underline">
                    {name}
                  </Link>
                </p>
                <p className="mt-0.5 text-ink-soft text-sm">
                  <DateTime iso={file.endedAt ?? file.createdAt} />
                  {file.state === 'finished'
                    ? ` · ${t('summary', { added: file.added, skipped: file.skipped, rejected: file.rejected })}`
                    : null}
                </p>
                {file.failure ? (
                  <p className="mt-1 text-danger text-sm">
                    <ProblemText problem={file.failure} />
                  </p>
                ) : null}
                {file.state === 'running' || file.state === 'queued' ? (
                  <Progress label={t('progressOf', { name })} value={share} className="mt-2 h-1.5 max-w-md" />
                ) : null}
              </div>
              <Badge tone={tones[file.state]}>
                {t(`states.${file.state}`)}
                {share === null ? '' : ` ${format.number(share, { style: 'percent' })}`}
              </Badge>
              {file.state === 'finished' && file.kind !== 'typed' ? (
                <Button
                  size="sm"
                  aria-label={t('takeBackNamed', { name })}
                  onClick={() => {
                    ended.current = file.id;
                    setAsked(file);
                  }}
                >
                  {t('takeBack')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked ? <TakeBackDialog file={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
