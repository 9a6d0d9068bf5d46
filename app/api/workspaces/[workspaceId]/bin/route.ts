import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { listBin } from '@/lib/maps/listBin';

/** The maps in the workspace's bin. */
export const GET = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { workspace } = await requireWorkspaceAccess(await requireActor(), params.workspaceId, 'workspace.readBin');
  return Response.json({ maps: await listBin(runtime, workspace.id) });
});
