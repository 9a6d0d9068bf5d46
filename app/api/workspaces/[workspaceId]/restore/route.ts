import { requireDeletedWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { bringWorkspaceBack } from '@/lib/workspaces/removeWorkspace';

/** Takes the workspace out of the bin. */
export const POST = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { workspace } = await requireDeletedWorkspaceAccess(actor, params.workspaceId, 'workspace.delete');
  await bringWorkspaceBack(runtime, actor, workspace);
  return new Response(null, { status: 204 });
});
