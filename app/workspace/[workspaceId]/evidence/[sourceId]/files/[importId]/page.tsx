import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportView } from '@/components/evidence/imports/ImportView';
import { toImportBody } from '@/lib/api/endpoints/sourceBodies';
import { requireImportAccess } from '@/lib/auth/sourceAccess';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../../../../_shell/orNotFound';
import { pageTitle } from '../../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../../_shell/preferences';
import { requireSource } from '../../../_shell/requireSource';
import { SourcePage } from '../../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string; importId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('files.importTitle'));

/** One file of a source: on its way in, or what became of it. */
export default async function FilePage({ params }: Props) {
  const given = await params;
  const asked = await requireSource(given, `/files/${given.importId}`, 'workspace.importAnswers');
  const { row } = await orNotFound(requireImportAccess(asked.user, given.importId, runtime().database));
  if (row.sourceId !== asked.source.id) notFound();
  const { locale } = await pagePreferences();
  return (
    <SourcePage asked={asked}>
      <ImportView file={toImportBody(row, locale)} source={asked.source} />
    </SourcePage>
  );
}
