import { asUser } from '@/lib/auth/asUser';
import { invite, inviteSchema } from '@/lib/auth/invitations';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listInvitations } from '@/lib/data/invitations';
import { route } from '@/lib/http/route';

type Params = { workspaceId: string };

export const GET = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const { workspace } = await requireWorkspaceAccess(await requireActor(), params.workspaceId, 'member.invite');
  return Response.json({ invitations: await listInvitations(runtime.database, workspace.id) });
});

/** Invites somebody; the answer holds the link, this once. */
export const POST = route<Params>(async (request, { runtime, params, requireActor, json, locale }) => {
  const actor = asUser(await requireActor());
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.invite');
  const invitation = await invite(runtime, actor, workspace, await json(inviteSchema), { headers: request.headers, locale });
  return Response.json(invitation, { status: 201 });
});
