import type { SourceRights } from '@/components/evidence/source';
import { can } from '@/lib/access/operation';
import type { Standing } from '@/lib/access/standing';
import type { WorkspaceNeed } from '@/lib/access/workspace';
import type { UserActor } from '@/lib/auth/asUser';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { orNotFound } from '../../../../_shell/orNotFound';
import { requireAccount } from '../../../../_shell/requireAccount';

/** Who asks for a page about evidence, in which workspace, and what they may do there. */
export type AskedEvidence = { user: UserActor; workspace: { id: string; name: string }; rights: SourceRights };

const rightsOf = (standing: Standing): SourceRights => ({
  mayManage: can(standing, 'workspace.manageSources'),
  mayImport: can(standing, 'workspace.importAnswers'),
  mayReadAnswers: can(standing, 'workspace.readAnswers'),
  mayErase: can(standing, 'workspace.eraseAnswers'),
});

/** Lets a member in who may do what a page is for; `path` is what follows `/evidence` in its address. */
export async function requireEvidence(workspaceId: string, path: string, need: WorkspaceNeed): Promise<AskedEvidence> {
  const user = await requireAccount(`/workspace/${workspaceId}/evidence${path}`);
  const { workspace, standing } = await orNotFound(requireWorkspaceAccess(user, workspaceId, need));
  return { user, workspace, rights: rightsOf(standing) };
}
