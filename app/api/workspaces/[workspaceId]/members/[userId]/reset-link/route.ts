import { asUser } from '@/lib/auth/asUser';
import { makeResetLink } from '@/lib/auth/passwords';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';

/** A link by which the member sets a new password. */
export const POST = route<{ workspaceId: string; userId: string }>(async (request, { runtime, params, requireActor, locale }) => {
  const actor = asUser(await requireActor());
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.resetPassword');
  const link = await makeResetLink(runtime, actor, workspace, params.userId, { headers: request.headers, locale });
  return Response.json(link, { status: 201 });
});
