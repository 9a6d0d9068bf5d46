import type { Metadata } from 'next';
import { CategoriesView } from '@/components/evidence/categories/CategoriesView';
import { EvidenceHeading } from '@/components/evidence/EvidenceHeading';
import { readCategorySetBody } from '@/lib/api/endpoints/categoryBodies';
import { listSources } from '@/lib/data/evidence/sources';
import { isCategorised } from '@/lib/evidence/categories/category';
import { runtime } from '@/lib/runtime';
import { pageTitle } from '../../../../_shell/pageTitle';
import { EvidencePage } from '../_shell/EvidencePage';
import { requireEvidence } from '../_shell/requireEvidence';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('categories.title'));

/** The contact reasons of a workspace, and their rules. */
export default async function CategoriesPage({ params }: Props) {
  const { workspaceId } = await params;
  const asked = await requireEvidence(workspaceId, '/reasons', 'workspace.readFigures');
  const { workspace, rights } = asked;
  const { database } = runtime();
  const sources = rights.mayReadAnswers ? (await listSources(database, workspace.id)).filter(isCategorised) : [];
  return (
    <EvidencePage asked={asked}>
      <EvidenceHeading workspaceId={workspace.id} page="categories" />
      <CategoriesView
        workspaceId={workspace.id}
        set={await readCategorySetBody(database, workspace.id)}
        sources={sources.map(({ id, name }) => ({ id, name }))}
        mayManage={rights.mayManage}
      />
    </EvidencePage>
  );
}
