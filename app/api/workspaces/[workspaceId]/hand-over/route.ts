import { asUser } from '@/lib/auth/asUser';
import { handOver, handOverSchema } from '@/lib/auth/members';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';

/** Makes another member owner; whoever hands over becomes an editor. */
export const POST = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = asUser(await requireActor());
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.handOver');
  const { userId } = await json(handOverSchema);
  await handOver(runtime, actor, { workspaceId: workspace.id, userId });
  return new Response(null, { status: 204 });
});
