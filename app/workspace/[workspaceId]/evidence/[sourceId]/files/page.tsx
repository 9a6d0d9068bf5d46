import type { Metadata } from 'next';
import { FileList } from '@/components/evidence/imports/FileList';
import { toImportBody } from '@/lib/api/endpoints/sourceBodies';
import { listImports } from '@/lib/data/evidence/imports';
import { runtime } from '@/lib/runtime';
import { pageTitle } from '../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../_shell/preferences';
import { requireSource } from '../../_shell/requireSource';
import { SourcePage } from '../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('source.pages.files'));

/** The files of a source. */
export default async function FilesPage({ params }: Props) {
  const asked = await requireSource(await params, '/files', 'workspace.importAnswers');
  const rows = await listImports(runtime().database, asked.source.id);
  const { locale } = await pagePreferences();
  return (
    <SourcePage asked={asked}>
      <FileList files={rows.map((row) => toImportBody(row, locale))} source={asked.source} />
    </SourcePage>
  );
}
