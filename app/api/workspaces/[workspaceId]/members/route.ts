import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listMembers } from '@/lib/data/memberships';
import { route } from '@/lib/http/route';

export const GET = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { workspace } = await requireWorkspaceAccess(await requireActor(), params.workspaceId, 'member.list');
  return Response.json({ members: await listMembers(runtime.database, workspace.id) });
});
