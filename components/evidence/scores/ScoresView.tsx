'use client';

import { FileUp } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Select } from '@/components/ui/Select';
import { Spinner } from '@/components/ui/Spinner';
import type { AnswerLimits } from '@/lib/evidence/figures/answerLimits';
import type { Dimension } from '@/lib/sources/listDimensions';
import type { ColumnFigures } from '@/lib/sources/readFigures';
import type { Category } from '../categories/categorySet';
import { EvidencePicture } from '../EvidencePicture';
import { changeFilter, type EvidenceFilter, toSearch } from '../evidenceFilter';
import { FilterFields } from '../FilterFields';
import { OpenImportLine } from '../imports/OpenImportLine';
import type { OpenImport } from '../imports/openImport';
import { pathOfSource, type Source, type SourceRights } from '../source';
import { useDimensionName } from '../useDimensionName';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { ScoreCard } from './ScoreCard';

type Props = {
  source: Source;
  rights: SourceRights;
  /** How many answers the source has, whatever is filtered. */
  answers: number;
  figures: readonly ColumnFigures[];
  limits: AnswerLimits;
  dimensions: readonly Dimension[];
  /** Of sources that tell contact reasons apart. */
  categories?: readonly Category[] | undefined;
  filter: EvidenceFilter;
  files: readonly OpenImport[];
};

/** The scores of a source, kept up to date; filters stand in the address, so that they can be passed on. */
export function ScoresView({ source, rights, answers, figures, limits, dimensions, categories, filter, files }: Props) {
  const t = useTranslations('evidencePages.scores');
  const own = useTranslations('evidencePages');
  const nameOf = useDimensionName();
  const router = useRouter();
  const pathname = usePathname();
  const [isFetching, startTransition] = useTransition();
  useEvidenceRefresh(source.workspaceId);
  const path = pathOfSource(source);
  // Who changes two things in a row means both, also before the first one has come back from the server.
  const [wanted, setWanted] = useOptimistic(filter);
  const show = (next: EvidenceFilter) =>
    startTransition(() => {
      setWanted(next);
      router.replace(`${pathname}${toSearch(next)}`, { scroll: false });
    });
  const open = (
    <ul className="mb-6 space-y-2">
      {files.map((file) => (
        <OpenImportLine key={file.id} file={file} path={`${path}/files/${file.id}`} />
      ))}
    </ul>
  );
  if (answers === 0) {
    return (
      <>
        {files.length > 0 ? open : null}
        <EmptyState
          picture={<EvidencePicture />}
          title={own('source.noAnswers')}
          action={
            rights.mayImport ? (
              <Link href={`${path}/import`} className={buttonClass({ variant: 'primary', size: 'lg' })}>
                <FileUp size={18} aria-hidden="true" />
                {own('files.emptyAction')}
              </Link>
            ) : null
          }
        >
          {rights.mayImport ? own('files.emptyText') : null}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {files.length > 0 ? open : null}
      <div className="mb-6 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        <FilterFields filter={wanted} dimensions={dimensions} categories={categories} onChange={show} />
        {dimensions.length > 0 ? (
          <Select
            label={t('split')}
            value={dimensions.some(({ name }) => name === wanted.split) ? (wanted.split ?? '') : ''}
            options={[
              { value: '', label: t('noSplit') },
              ...dimensions.map(({ name }) => ({ value: name, label: nameOf(name) })),
            ]}
            onChange={(split) => show(changeFilter(wanted, { split }))}
          />
        ) : null}
      </div>
      <p role="status" className="mb-2 flex min-h-6 items-center gap-2 text-ink-soft text-sm">
        {isFetching ? (
          <>
            <Spinner />
            {t('fetching')}
          </>
        ) : null}
      </p>
      {figures.length === 0 ? (
        <EmptyState title={own('source.noScores')}>{t('noScoresText')}</EmptyState>
      ) : (
        <ul>
          {figures.map((one) => (
            <ScoreCard
              key={one.column.number}
              sourceId={source.id}
              figures={one}
              limits={limits}
              dimension={filter.split === undefined ? null : nameOf(filter.split)}
              mayManage={rights.mayManage}
            />
          ))}
        </ul>
      )}
    </>
  );
}
