import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { evidenceFilterSchema, toQuery } from '@/components/evidence/evidenceFilter';
import { ReasonsView } from '@/components/evidence/reasons/ReasonsView';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { countPendingSorting } from '@/lib/data/evidence/sorting';
import { isCategorised } from '@/lib/evidence/categories/category';
import { runtime } from '@/lib/runtime';
import { withCategories } from '@/lib/sources/answerFilter';
import { readCategories } from '@/lib/sources/categories/readCategories';
import { readReasons } from '@/lib/sources/categories/readReasons';
import { listDimensions } from '@/lib/sources/listDimensions';
import { pageTitle } from '../../../../../_shell/pageTitle';
import { requireSource } from '../../_shell/requireSource';
import { SourcePage } from '../../_shell/SourcePage';

type Props = {
  params: Promise<{ workspaceId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('source.pages.reasons'));

/** For which reasons customers got in touch, by a source's answers. */
export default async function ReasonsPage({ params, searchParams }: Props) {
  const asked = await requireSource(await params, '/reasons', 'workspace.readFigures');
  const { row, source, rights } = asked;
  if (!isCategorised(row)) notFound();
  const filter = evidenceFilterSchema.catch({}).parse(await searchParams);
  const running = runtime();
  const { tree } = await readCategories(running.database, row.workspaceId);
  const { answers, uncategorised, months, categories } = await readReasons(running, row, withCategories(toQuery(filter), tree));
  return (
    <SourcePage asked={asked}>
      <ReasonsView
        source={source}
        rights={rights}
        reasons={{ answers, uncategorised, months, categories }}
        limits={await findAnswerLimits(running.database, row.workspaceId)}
        hasCategories={tree.roots.length > 0}
        isSorting={(await countPendingSorting(running.database, row.workspaceId)) > 0}
        dimensions={await listDimensions(running, row)}
        filter={filter}
      />
    </SourcePage>
  );
}
