'use client';

import { ListTree, SquareCheck } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import { wilson } from '@/lib/evidence/figures/interval';
import type { Dimension } from '@/lib/sources/listDimensions';
import { type EvidenceFilter, toSearch } from '../evidenceFilter';
import { FilterFields } from '../FilterFields';
import { pathOfSource, type Source, type SourceRights } from '../source';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { ReasonTable } from './ReasonTable';
import type { Reasons } from './reasons';

type Props = {
  source: Source;
  rights: SourceRights;
  reasons: Reasons;
  limits: AnswerLimits;
  /** Whether the workspace has any categories. */
  hasCategories: boolean;
  isSorting: boolean;
  dimensions: readonly Dimension[];
  filter: EvidenceFilter;
};

/** For which reasons customers got in touch: the share without one, and the reasons by months. Filters stand in the address. */
export function ReasonsView({ source, rights, reasons, limits, hasCategories, isSorting, dimensions, filter }: Props) {
  const t = useTranslations('evidencePages.reasons');
  const format = useFormatter();
  const router = useRouter();
  const pathname = usePathname();
  const [isFetching, startTransition] = useTransition();
  useEvidenceRefresh(source.workspaceId);
  const [wanted, setWanted] = useOptimistic(filter);
  const show = (next: EvidenceFilter) =>
    startTransition(() => {
      setWanted(next);
      router.replace(`${pathname}${toSearch(next)}`, { scroll: false });
    });
  const tree = `/workspace/${source.workspaceId}/evidence/reasons`;
  const toTree = (variant: 'primary' | 'secondary') => (
    <Link href={tree} className={buttonClass({ variant })}>
      <ListTree size={16} aria-hidden="true" />
      {t('toTree')}
    </Link>
  );
  if (!hasCategories) {
    return (
      <EmptyState title={t('noTree')} action={rights.mayManage ? toTree('primary') : null}>
        {t('noTreeText')}
      </EmptyState>
    );
  }
  const { answers, uncategorised } = reasons;
  const share = answers === 0 ? 0 : uncategorised / answers;
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: value < 0.1 ? 1 : 0 });
  const isTooFew = answers < limits.score;
  const interval = isTooFew ? null : wilson(share, answers);
  return (
    <>
      <div className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        <FilterFields filter={wanted} dimensions={dimensions} onChange={show} />
      </div>
      <p role="status" className="mb-2 flex min-h-6 items-center gap-2 text-ink-soft text-sm">
        {isFetching || isSorting ? (
          <>
            <Spinner />
            {t(isFetching ? 'fetching' : 'sorting')}
          </>
        ) : null}
      </p>
      <section aria-labelledby="without" className="mb-8 flex flex-wrap items-center gap-x-8 gap-y-4">
        <div className="mr-auto">
          <h2 id="without" className="text-ink-soft text-sm">
            {t('without')}
          </h2>
          <p className="font-bold text-3xl tabular-nums" data-testid="without">
            {isTooFew ? t('count', { count: uncategorised }) : percent(share)}
          </p>
          <p className="text-ink-soft text-sm">
            {t('of', { uncategorised, answers })}
            {interval
              ? ` · ${t('interval', { lower: percent(interval.lower), upper: percent(interval.upper) })}`
              : ` · ${t('tooFew')}`}
          </p>
        </div>
        {rights.mayReadAnswers && uncategorised > 0 ? (
          <Link href={`${pathOfSource(source)}/answers?category=none`} className={buttonClass({ variant: 'primary' })}>
            <SquareCheck size={16} aria-hidden="true" />
            {t('sortByHand')}
          </Link>
        ) : null}
        {toTree('secondary')}
      </section>
      {answers === 0 ? <EmptyState title={t('nothing')} /> : <ReasonTable reasons={reasons} limits={limits} />}
    </>
  );
}
