'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';
import { anyAnswer, requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import { EvidencePicture } from '../EvidencePicture';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { CategoryDialog } from './CategoryDialog';
import { CategoryLines } from './CategoryLines';
import type { CategorySet } from './categorySet';
import { RuleList } from './RuleList';

/** A source by which rules are tried out. */
export type TrySource = { id: string; name: string };

type Props = { workspaceId: string; set: CategorySet; sources: readonly TrySource[]; mayManage: boolean };

/** The contact reasons of a workspace as a tree, and the rules by which answers are sorted into it. */
export function CategoriesView({ workspaceId, set, sources, mayManage }: Props) {
  const t = useTranslations('evidencePages.categories');
  const locale = useLocale();
  const router = useRouter();
  const { busyId, run } = useWork();
  const [isNew, setNew] = useState(false);
  useEvidenceRefresh(workspaceId);
  const begin = (language: 'de' | 'en') =>
    run(language, async () => {
      await requestJson('POST', `/api/v1/workspaces/${workspaceId}/categories/starter`, anyAnswer, { language });
      router.refresh();
    });
  const languages = locale === 'de' ? (['de', 'en'] as const) : (['en', 'de'] as const);
  return (
    <>
      {set.items.length === 0 ? (
        <EmptyState
          picture={<EvidencePicture />}
          title={t('emptyTitle')}
          action={
            mayManage ? (
              <div className="flex flex-wrap justify-center gap-2">
                {languages.map((language, index) => (
                  <Button
                    key={language}
                    size="lg"
                    variant={index === 0 ? 'primary' : 'secondary'}
                    busy={busyId === language}
                    onClick={() => void begin(language)}
                  >
                    {t(`starter.${language}`)}
                  </Button>
                ))}
                <Button size="lg" variant="ghost" onClick={() => setNew(true)}>
                  {t('own')}
                </Button>
              </div>
            ) : null
          }
        >
          {t(mayManage ? 'emptyText' : 'emptyTextReader')}
        </EmptyState>
      ) : (
        <>
          <p role="status" className="mb-4 flex min-h-6 items-center gap-2 text-ink-soft text-sm">
            {set.isSorting ? (
              <>
                <Spinner />
                {t('sorting')}
              </>
            ) : null}
          </p>
          <section aria-labelledby="category-tree" className="mb-10">
            <div className="mb-3 flex flex-wrap items-center gap-3">
              <h2 id="category-tree" className="mr-auto font-bold text-lg">
                {t('tree')}
              </h2>
              {mayManage ? (
                <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setNew(true)}>
                  {t('add')}
                </Button>
              ) : null}
            </div>
            <CategoryLines workspaceId={workspaceId} categories={set.items} rules={set.rules} mayManage={mayManage} />
          </section>
          <RuleList workspaceId={workspaceId} set={set} sources={sources} mayManage={mayManage} />
        </>
      )}
      {isNew ? (
        <CategoryDialog workspaceId={workspaceId} categories={set.items} category={null} onClose={() => setNew(false)} />
      ) : null}
    </>
  );
}
