import type { Metadata } from 'next';
import { AnswersView } from '@/components/evidence/answers/AnswersView';
import { evidenceFilterSchema } from '@/components/evidence/evidenceFilter';
import { readCategorySetBody } from '@/lib/api/endpoints/categoryBodies';
import { listColumns } from '@/lib/data/evidence/columns';
import { isCategorised } from '@/lib/evidence/categories/category';
import { runtime } from '@/lib/runtime';
import { listDimensions } from '@/lib/sources/listDimensions';
import { pageTitle } from '../../../../../_shell/pageTitle';
import { toAnswerColumn } from '../../_shell/answerColumn';
import { requireSource } from '../../_shell/requireSource';
import { SourcePage } from '../../_shell/SourcePage';

type Props = {
  params: Promise<{ workspaceId: string; sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('source.pages.answers'));

/** What single customers said, for whoever may read it. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const asked = await requireSource(await params, '/answers', 'workspace.readAnswers');
  const { row, source, rights } = asked;
  const running = runtime();
  const columns = await listColumns(running.database, source.id);
  const set = isCategorised(row) ? await readCategorySetBody(running.database, row.workspaceId) : null;
  // Only whose answers are looked at first stands in an address: no words, and no segment.
  const { category } = evidenceFilterSchema.catch({}).parse(await searchParams);
  return (
    <SourcePage asked={asked}>
      <AnswersView
        source={source}
        columns={columns.map(toAnswerColumn)}
        dimensions={await listDimensions(running, row)}
        revision={row.revision}
        mayEdit={asked.rights.mayImport}
        categories={set?.items ?? null}
        category={set && set.items.length > 0 ? category : undefined}
        mayAssign={rights.mayImport}
      />
    </SourcePage>
  );
}
