import { z } from 'zod';
import { roleSchema } from '@/lib/access/standing';
import { canRemoveMember } from '@/lib/access/workspace';
import { changeMemberRole, handOverWorkspace, removeMember } from '@/lib/data/memberships';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { UserActor } from './asUser';
import type { WorkspaceAccess } from './workspaceAccess';

type Running = Pick<Runtime, 'database' | 'events'>;

/** What the list of members sends to change a role. */
export const memberRoleSchema = z.strictObject({ role: roleSchema });

/** Gives a member another role; their open maps learn of it at once. Throws `notFound`, or `conflict` when no owner would be left. */
export async function setMemberRole(
  { database, events }: Running,
  actor: UserActor,
  change: { workspaceId: string; userId: string; role: z.output<typeof roleSchema> },
): Promise<void> {
  await changeMemberRole(database, { ...change, actorId: `user:${actor.userId}` });
  await events.publish({ kind: 'access.changed', workspaceId: change.workspaceId, userId: change.userId });
}

/** Ends a membership, one's own or another's. Throws `forbidden`, `notFound`, or `conflict` when no owner would be left. */
export async function endMembership(
  { database, events }: Running,
  actor: UserActor,
  { standing, workspace }: WorkspaceAccess,
  userId: string,
): Promise<void> {
  if (!canRemoveMember(standing, userId === actor.userId ? 'oneself' : 'another')) {
    throw new AppError('forbidden', `The role ${standing.role} does not allow to remove others.`);
  }
  await removeMember(database, { workspaceId: workspace.id, userId, actorId: `user:${actor.userId}` });
  await events.publish({ kind: 'access.changed', workspaceId: workspace.id, userId });
}

/** What the list of members sends to hand a workspace over. */
export const handOverSchema = z.strictObject({ userId: idSchema });

/** Makes another member owner; the actor becomes an editor. Both of them learn of it at once. Throws `notFound`, `conflict`. */
export async function handOver(
  { database, events }: Running,
  actor: UserActor,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<void> {
  await handOverWorkspace(database, { workspaceId, fromUserId: actor.userId, toUserId: userId });
  for (const id of [userId, actor.userId]) await events.publish({ kind: 'access.changed', workspaceId, userId: id });
}
