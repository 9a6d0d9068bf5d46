'use client';

import { ChevronLeft, FileUp, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { buttonClass } from '@/components/ui/buttonClass';
import { isCategorised } from '@/lib/evidence/categories/category';
import { isTypedIn } from '@/lib/evidence/sourceKind';
import { EditSourceDialog } from './EditSourceDialog';
import { SourceMenu } from './SourceMenu';
import { pathOfSource, type Source, type SourceRights } from './source';
import { useDeleteSource } from './useDeleteSource';
import { useKindName } from './useKindName';

type Props = { source: Source; rights: SourceRights; answers: number };

/** The head of a source's pages: what it is, what can be done with it, and the ways between its pages. */
export function SourceHeader({ source, rights, answers }: Props) {
  const t = useTranslations('evidencePages.source');
  const list = useTranslations('evidencePages.list');
  const kindName = useKindName();
  const router = useRouter();
  const pathname = usePathname();
  const [isEditing, setEditing] = useState(false);
  const evidence = `/workspace/${source.workspaceId}/evidence`;
  const { ask, dialog } = useDeleteSource(() => router.push(evidence));
  const path = pathOfSource(source);
  const pages = [
    { path, label: t('pages.scores'), isShown: true },
    { path: `${path}/reasons`, label: t('pages.reasons'), isShown: isCategorised(source) },
    { path: `${path}/answers`, label: t('pages.answers'), isShown: rights.mayReadAnswers },
    { path: `${path}/files`, label: t('pages.files'), isShown: rights.mayImport },
    { path: `${path}/webhook`, label: t('pages.webhook'), isShown: rights.mayManage },
  ].filter(({ isShown }) => isShown);
  return (
    <div className="mb-6">
      <Link href={evidence} className="-ml-1 inline-flex items-center gap-1 text-ink-soft text-sm no-underline hover:underline">
        <ChevronLeft size={16} aria-hidden="true" />
        {list('title')}
      </Link>
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="mr-auto min-w-0">
          <h1 className="break-words font-bold text-2xl tracking-tight">{source.name}</h1>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
            <Badge>{kindName(source)}</Badge>
            {source.retentionDays === null ? null : t('kept', { days: source.retentionDays })}
          </p>
        </div>
        {rights.mayImport && isTypedIn(source.kind) && pathname !== `${path}/entries/new` ? (
          <Link href={`${path}/entries/new`} className={buttonClass({ variant: 'primary' })}>
            <PencilLine size={16} aria-hidden="true" />
            {t('write')}
          </Link>
        ) : null}
        {rights.mayImport && !isTypedIn(source.kind) && pathname !== `${path}/import` ? (
          <Link href={`${path}/import`} className={buttonClass({ variant: 'primary' })}>
            <FileUp size={16} aria-hidden="true" />
            {t('import')}
          </Link>
        ) : null}
        {rights.mayManage ? (
          <SourceMenu source={source} onEdit={() => setEditing(true)} onDelete={() => ask({ ...source, answers })} />
        ) : null}
      </div>
      {pages.length > 1 ? (
        <nav aria-label={t('pagesLabel')} className="mt-5 flex gap-5 overflow-x-auto border-line border-b">
          {pages.map((page) => (
            <Link
              key={page.path}
              href={page.path}
              aria-current={pathname === page.path ? 'page' : undefined}
              className="-mb-px inline-flex h-9 items-center whitespace-nowrap border-transparent border-b-2 font-semibold text-ink-soft text-sm no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-ink aria-[current=page]:text-ink pointer-coarse:h-11"
            >
              {page.label}
            </Link>
          ))}
        </nav>
      ) : null}
      {isEditing ? <EditSourceDialog source={source} onClose={() => setEditing(false)} /> : null}
      {dialog}
    </div>
  );
}
