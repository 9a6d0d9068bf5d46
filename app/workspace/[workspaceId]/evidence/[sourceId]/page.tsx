import type { Metadata } from 'next';
import { evidenceFilterSchema, toQuery } from '@/components/evidence/evidenceFilter';
import { ScoresView } from '@/components/evidence/scores/ScoresView';
import { readCategorySetBody } from '@/lib/api/endpoints/categoryBodies';
import { listOpenImports } from '@/lib/data/evidence/imports';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { isCategorised } from '@/lib/evidence/categories/category';
import { runtime } from '@/lib/runtime';
import { withCategories } from '@/lib/sources/answerFilter';
import { treeFor } from '@/lib/sources/categories/readCategories';
import { listDimensions } from '@/lib/sources/listDimensions';
import { readFigures } from '@/lib/sources/readFigures';
import { summariseSource } from '@/lib/sources/summariseSources';
import { pageTitle } from '../../../../_shell/pageTitle';
import { toOpenImport } from '../_shell/openImport';
import { requireSource } from '../_shell/requireSource';
import { SourcePage } from '../_shell/SourcePage';

type Props = {
  params: Promise<{ workspaceId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('source.pages.scores'));

/** The scores of a source. */
export default async function ScoresPage({ params, searchParams }: Props) {
  const asked = await requireSource(await params, '', 'workspace.readFigures');
  const { row, source, rights } = asked;
  // An address that somebody changed by hand shows everything rather than nothing.
  const filter = evidenceFilterSchema.catch({}).parse(await searchParams);
  const running = runtime();
  const limits = await findAnswerLimits(running.database, row.workspaceId);
  const { answers } = await summariseSource(running, row, limits);
  const asks = toQuery(filter);
  const narrowed = withCategories(asks, await treeFor(running.database, row.workspaceId, asks));
  const set = isCategorised(row) ? await readCategorySetBody(running.database, row.workspaceId) : null;
  const figures = answers === 0 ? [] : await readFigures(running, row, narrowed, limits);
  const files = rights.mayImport ? await listOpenImports(running.database, source.workspaceId) : [];
  return (
    <SourcePage asked={asked}>
      <ScoresView
        source={source}
        rights={rights}
        answers={answers}
        figures={figures}
        limits={limits}
        dimensions={await listDimensions(running, row)}
        categories={set?.items}
        filter={filter}
        files={files.filter(({ sourceId }) => sourceId === source.id).map(toOpenImport)}
      />
    </SourcePage>
  );
}
