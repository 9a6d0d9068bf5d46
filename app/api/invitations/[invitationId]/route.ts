import { actorIdOf } from '@/lib/access/actor';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findInvitation, revokeInvitation } from '@/lib/data/invitations';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

/** Withdraws the invitation. */
export const DELETE = route<{ invitationId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const invitation = await findInvitation(runtime.database, params.invitationId);
  if (!invitation) throw new AppError('notFound', 'No such invitation.');
  const { workspace } = await requireWorkspaceAccess(actor, invitation.workspaceId, 'member.invite');
  await revokeInvitation(runtime.database, { id: invitation.id, workspaceId: workspace.id, actorId: actorIdOf(actor) });
  return new Response(null, { status: 204 });
});
