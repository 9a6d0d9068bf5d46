'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Select } from '@/components/ui/Select';
import { Spinner } from '@/components/ui/Spinner';
import { categorisedKinds } from '@/lib/evidence/categories/category';
import { useEditor } from '../session/EditorContext';
import { FilterFields } from './FilterFields';
import { LinkPart } from './LinkPart';
import { QuoteList } from './QuoteList';
import { useCategories, useSource, useSources } from './useSources';

/** Looks through a source: which part of it is meant, what customers wrote in it, and what of it is linked. */
export function FindEvidence({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations('evidence');
  const { evidence } = useEditor();
  const sources = useSources(workspaceId);
  const chosen = useStore(evidence, (state) => state.sourceId);
  const filter = useStore(evidence, (state) => state.filter);
  const mayReadAnswers = useStore(evidence, (state) => state.mayReadAnswers);
  const sourceId = sources?.some(({ id }) => id === chosen) ? chosen : (sources?.[0]?.id ?? null);
  const source = useSource(sourceId);
  const kind = sources?.find(({ id }) => id === sourceId)?.kind;
  const categories = useCategories(kind !== undefined && categorisedKinds.some((known) => known === kind) ? workspaceId : null);
  const { choose, setFilter } = evidence.getState();
  const page = `/workspace/${workspaceId}/evidence`;
  if (sources === null) return <Spinner className="mx-auto my-8" />;
  if (sourceId === null) {
    return (
      <EmptyState
        headingLevel={3}
        title={t('noSources')}
        action={
          <a href={page} className={buttonClass({ variant: 'primary' })}>
            {t('toSources')}
          </a>
        }
      >
        {t('noSourcesText')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="space-y-3 border-line border-b px-4 py-3">
        <Select
          size="sm"
          label={t('source')}
          value={sourceId}
          options={sources.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => choose(id)}
        />
        {source ? (
          <FilterFields
            key={sourceId}
            filter={filter}
            dimensions={source.dimensions}
            categories={categories}
            onChange={setFilter}
          />
        ) : null}
        <LinkPart sourceId={sourceId} filter={filter} />
        <p className="text-sm">
          <a href={`${page}/${sourceId}`} className="text-accent underline underline-offset-2">
            {t('toSource')}
          </a>
        </p>
      </div>
      {mayReadAnswers && source ? (
        <QuoteList key={sourceId} sourceId={sourceId} columns={source.columns} filter={filter} />
      ) : (
        <p className="px-4 py-3 text-ink-soft text-sm">{t('noAnswersForYou')}</p>
      )}
    </>
  );
}
