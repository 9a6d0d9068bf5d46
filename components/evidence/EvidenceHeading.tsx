'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

/** The head of a page beside the sources, with the way back to them. */
export function EvidenceHeading({ workspaceId, page }: { workspaceId: string; page: 'categories' }) {
  const t = useTranslations('evidencePages');
  return (
    <div className="mb-6">
      <Link
        href={`/workspace/${workspaceId}/evidence`}
        className="-ml-1 inline-flex items-center gap-1 text-ink-soft text-sm no-underline hover:underline"
      >
        <ChevronLeft size={16} aria-hidden="true" />
        {t('list.title')}
      </Link>
      <h1 className="mt-1 font-bold text-2xl tracking-tight">{t(`${page}.title`)}</h1>
      <p className="mt-1.5 max-w-prose text-pretty text-ink-soft">{t(`${page}.lead`)}</p>
    </div>
  );
}
