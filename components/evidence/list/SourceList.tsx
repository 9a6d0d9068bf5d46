'use client';

import { ListTree, Plus, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { controlOfLine, useLineFocus } from '@/components/workspace/useLineFocus';
import { isCategorised } from '@/lib/evidence/categories/category';
import { EditSourceDialog } from '../EditSourceDialog';
import { EvidencePicture } from '../EvidencePicture';
import type { OpenImport } from '../imports/openImport';
import type { ListedSource, SourceRights } from '../source';
import { useDeleteSource } from '../useDeleteSource';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { NewSourceDialog } from './NewSourceDialog';
import { SourceLine } from './SourceLine';

type Props = {
  workspaceId: string;
  sources: readonly ListedSource[];
  /** Files that have not ended; none for whoever does not import. */
  files: readonly OpenImport[];
  rights: SourceRights;
};

/** The sources of a workspace, kept up to date, with the way to a new one. */
export function SourceList({ workspaceId, sources, files, rights }: Props) {
  const t = useTranslations('evidencePages.list');
  const line = useEvidenceRefresh(workspaceId);
  const [isNew, setNew] = useState(false);
  const [edited, setEdited] = useState<ListedSource | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const noteEnd = useLineFocus(
    sources.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const { ask, dialog } = useDeleteSource(noteEnd);
  const { mayManage } = rights;
  const newSource = (size: 'md' | 'lg') => (
    <Button
      variant="primary"
      size={size}
      icon={<Plus size={size === 'lg' ? 18 : 16} aria-hidden="true" />}
      onClick={() => setNew(true)}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto font-bold text-2xl tracking-tight">{t('title')}</h1>
        {sources.some(isCategorised) ? (
          <Link href={`/workspace/${workspaceId}/evidence/reasons`} className={buttonClass()}>
            <ListTree size={16} aria-hidden="true" />
            {t('reasons')}
          </Link>
        ) : null}
        {rights.mayErase ? (
          <Link href={`/workspace/${workspaceId}/evidence/privacy`} className={buttonClass()}>
            <ShieldCheck size={16} aria-hidden="true" />
            {t('privacy')}
          </Link>
        ) : null}
        {mayManage && sources.length > 0 ? newSource('md') : null}
      </div>
      {line === 'interrupted' ? (
        <div className="my-4">
          <Banner tone="warning">{t('interrupted')}</Banner>
        </div>
      ) : null}
      {sources.length === 0 ? (
        <EmptyState picture={<EvidencePicture />} title={t('emptyTitle')} action={mayManage ? newSource('lg') : null}>
          {t(mayManage ? 'emptyText' : 'emptyTextReader')}
        </EmptyState>
      ) : (
        <>
          <p className="mb-6 max-w-prose text-pretty text-ink-soft">{t('lead')}</p>
          <ul ref={list} className="divide-y divide-line border-line border-y">
            {sources.map((source) => (
              <SourceLine
                key={source.id}
                source={source}
                files={files.filter(({ sourceId }) => sourceId === source.id)}
                mayManage={mayManage}
                onEdit={() => setEdited(source)}
                onDelete={() => ask(source)}
              />
            ))}
          </ul>
        </>
      )}
      {isNew ? <NewSourceDialog workspaceId={workspaceId} onClose={() => setNew(false)} /> : null}
      {edited ? <EditSourceDialog source={edited} onClose={() => setEdited(null)} /> : null}
      {dialog}
    </>
  );
}
