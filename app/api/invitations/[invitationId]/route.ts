import { actorIdOf } from '@/lib/access/actor';
import { canInviteMembers } from '@/lib/access/workspace';
import { findWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findInvitation, revokeInvitation } from '@/lib/data/invitations';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

/** Withdraws the invitation. */
export const DELETE = route<{ invitationId: string }>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  const { database } = runtime;
  const invitation = await findInvitation(database, params.invitationId);
  const access = invitation && (await findWorkspaceAccess(database, actor, invitation.workspaceId));
  // In the same words for an invitation of others.
  if (!access) throw new AppError('notFound', 'No such invitation for this actor.');
  if (!canInviteMembers(access.standing)) throw new AppError('forbidden', `The role ${access.role} does not allow to invite.`);
  await revokeInvitation(database, { ...invitation, actorId: actorIdOf(actor) });
  return new Response(null, { status: 204 });
});
