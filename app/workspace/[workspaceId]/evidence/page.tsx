import type { Metadata } from 'next';
import { SourceList } from '@/components/evidence/list/SourceList';
import { listOpenImports } from '@/lib/data/evidence/imports';
import { runtime } from '@/lib/runtime';
import { summariseSources } from '@/lib/sources/summariseSources';
import { pageTitle } from '../../../_shell/pageTitle';
import { EvidencePage } from './_shell/EvidencePage';
import { toOpenImport } from './_shell/openImport';
import { requireEvidence } from './_shell/requireEvidence';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('list.title'));

/** The sources of a workspace's evidence, with what each of them says. */
export default async function SourcesPage({ params }: Props) {
  const { workspaceId } = await params;
  const asked = await requireEvidence(workspaceId, '', 'workspace.readFigures');
  const { workspace, rights } = asked;
  const sources = await summariseSources(runtime(), workspace.id);
  const files = rights.mayImport ? await listOpenImports(runtime().database, workspace.id) : [];
  return (
    <EvidencePage asked={asked}>
      <SourceList
        key={workspace.id}
        workspaceId={workspace.id}
        sources={sources.map(({ summary, revision: _, createdAt: _at, ...source }) => ({
          ...source,
          ...summary,
          lastImport: summary.lastImport?.toISOString() ?? null,
        }))}
        files={files.map(toOpenImport)}
        rights={rights}
      />
    </EvidencePage>
  );
}
