'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';
import { TextField } from '@/components/ui/TextField';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { Dimension } from '@/lib/sources/listDimensions';
import { type Category, pathsOf } from '../categories/categorySet';
import { EntryActions } from '../entries/EntryActions';
import { type EvidenceFilter, toQuery } from '../evidenceFilter';
import { FilterFields } from '../FilterFields';
import type { Source } from '../source';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { AnswerLine } from './AnswerLine';
import { AssignBar } from './AssignBar';
import type { AnswerColumn } from './answer';
import { useAnswers } from './useAnswers';
import { useChosen } from './useChosen';

type Props = {
  source: Source;
  columns: readonly AnswerColumn[];
  dimensions: readonly Dimension[];
  /** Grows with every change of the source's answers. */
  revision: number;
  /** Whether entries may be edited and deleted. */
  mayEdit: boolean;
  /** Where contact reasons are told apart: their tree; null elsewhere. */
  categories?: readonly Category[] | null;
  /** In which category the answers are looked at first. */
  category?: string | undefined;
  mayAssign?: boolean;
};

/** So long after somebody has assigned answers, changes are taken for theirs. Milliseconds. */
const afterAssigning = 5_000;

/**
 * What single customers said, the last first, with a search and filters. Neither stands in the address: what is searched for may be somebody's name.
 */
export function AnswersView({
  source,
  columns,
  dimensions,
  revision,
  mayEdit,
  categories = null,
  category,
  mayAssign = false,
}: Props) {
  const t = useTranslations('evidencePages.answers');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const [filter, setFilter] = useState<EvidenceFilter>(category === undefined ? {} : { category });
  const [text, setText] = useState('');
  const [shown, setShown] = useState(revision);
  useEvidenceRefresh(source.workspaceId);
  const query = { ...toQuery(filter), ...(text === '' ? {} : { text }) };
  const [turn, setTurn] = useState(0);
  const { items, next, isFetching, error, more } = useAnswers(source.id, query, shown + turn);
  const ids = items.map(({ id }) => id);
  const { chosen, choose, chooseAll } = useChosen(ids);
  const isAssigned = mayAssign && categories !== null && categories.length > 0;
  const paths = pathsOf(categories ?? []);
  // What was assigned here is fetched anew, and is no news.
  const assignedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (performance.now() - assignedAt.current < afterAssigning) setShown(revision);
  }, [revision]);
  return (
    <>
      <form
        className="mb-4 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setText(String(new FormData(event.currentTarget).get('text') ?? '').trim());
        }}
      >
        <div className="min-w-0 max-w-md flex-1">
          <TextField label={t('search')} name="text" type="search" maxLength={200} autoComplete="off" />
        </div>
        <Button type="submit" className="h-10" icon={<Search size={16} aria-hidden="true" />}>
          {t('find')}
        </Button>
      </form>
      <div className="mb-4 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <FilterFields filter={filter} dimensions={dimensions} categories={categories ?? undefined} onChange={setFilter} />
      </div>
      {shown === revision ? null : (
        <Banner
          action={
            <Button size="sm" onClick={() => setShown(revision)}>
              {t('fetchAnew')}
            </Button>
          }
        >
          {t('changed')}
        </Banner>
      )}
      {isAssigned ? (
        <AssignBar
          sourceId={source.id}
          categories={categories}
          shown={ids}
          chosen={chosen}
          query={query}
          onChooseAll={chooseAll}
          onAssigned={() => {
            assignedAt.current = performance.now();
            setTurn((before) => before + 1);
          }}
        />
      ) : null}
      {items.length > 0 ? (
        <ul className="divide-y divide-line border-line border-b" aria-label={t('title')}>
          {items.map((answer) => (
            <AnswerLine
              key={answer.id}
              answer={answer}
              columns={columns}
              sourceId={source.id}
              actions={
                answer.entry && mayEdit ? (
                  <EntryActions source={source} entryId={answer.id} onDeleted={() => setShown(revision + 1)} />
                ) : null
              }
              category={categories === null ? undefined : answer.category && (paths.get(answer.category.id) ?? null)}
              choice={
                isAssigned
                  ? {
                      isChosen: chosen.has(answer.id),
                      onChange: (isChosen, isRange) => choose(answer.id, isChosen, isRange),
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      ) : null}
      {error ? (
        <Banner
          tone="danger"
          urgent
          action={
            <Button size="sm" onClick={() => more()}>
              {common('retry')}
            </Button>
          }
        >
          {sentenceOf(error)}
        </Banner>
      ) : null}
      {items.length === 0 && !isFetching && !error && next === null ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : null}
      <div className="flex flex-wrap items-center gap-4 py-6">
        {next === null ? null : (
          <Button busy={isFetching} onClick={more}>
            {t('more')}
          </Button>
        )}
        <p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
          {isFetching ? (
            <>
              <Spinner />
              {t('fetching')}
            </>
          ) : next !== null && items.length === 0 ? (
            t('looked')
          ) : (
            t('shown', { count: items.length, isAll: next === null ? 'yes' : 'no' })
          )}
        </p>
      </div>
    </>
  );
}
