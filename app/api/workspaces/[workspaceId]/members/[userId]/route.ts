import { asUser } from '@/lib/auth/asUser';
import { endMembership, memberRoleSchema, setMemberRole } from '@/lib/auth/members';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';

type Params = { workspaceId: string; userId: string };

export const PATCH = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = asUser(await requireActor());
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.changeRole');
  const { role } = await json(memberRoleSchema);
  await setMemberRole(runtime, actor, { workspaceId: workspace.id, userId: params.userId, role });
  return new Response(null, { status: 204 });
});

/** Removes a member, or leaves the workspace when the member is oneself. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const actor = asUser(await requireActor());
  const access = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.read');
  await endMembership(runtime, actor, access, params.userId);
  return new Response(null, { status: 204 });
});
