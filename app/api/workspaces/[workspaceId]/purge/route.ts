import { requireDeletedWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { removeWorkspaceForGood, removeWorkspaceSchema } from '@/lib/workspaces/removeWorkspace';

/** Removes the workspace, which lies in the bin, for good; its name, typed, confirms it. */
export const POST = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { workspace } = await requireDeletedWorkspaceAccess(actor, params.workspaceId, 'workspace.purge');
  const { name } = await json(removeWorkspaceSchema);
  await removeWorkspaceForGood(runtime, actor, workspace, { name });
  return new Response(null, { status: 204 });
});
