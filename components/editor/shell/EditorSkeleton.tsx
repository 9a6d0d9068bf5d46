'use client';

import { useTranslations } from 'use-intl';
import { SkeletonMap } from './SkeletonMap';

/** The editor's outline while its program and the map are on their way. */
export function EditorSkeleton({ title }: { title: string }) {
  const t = useTranslations('editor');
  return (
    <div className="flex h-dvh flex-col bg-paper" aria-busy="true">
      <div className="flex h-14 shrink-0 items-center gap-3 border-line border-b px-4">
        <span className="size-5 rounded-md bg-band" />
        <h1 className="truncate font-bold text-base">{title}</h1>
        <p role="status" className="ml-auto text-ink-faint text-sm">
          {t('shell.opening')}
        </p>
      </div>
      <SkeletonMap />
    </div>
  );
}
