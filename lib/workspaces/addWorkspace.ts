import { z } from 'zod';
import { canCreateWorkspace } from '@/lib/access/workspace';
import type { UserActor } from '@/lib/auth/asUser';
import { personNameSchema } from '@/lib/auth/credentials';
import { countAttempt } from '@/lib/auth/limits';
import type { Database } from '@/lib/data/database';
import { listMembershipsOfUser } from '@/lib/data/memberships';
import { isOldestUser } from '@/lib/data/users';
import { createAuditedWorkspace, type WorkspaceRow } from '@/lib/data/workspaces';
import type { Env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';

/** A workspace's name: like a person's, one line of 1–60 characters. */
export const workspaceNameSchema = personNameSchema;
export const newWorkspaceSchema = z.strictObject({ name: workspaceNameSchema });

/** Whether somebody may make a workspace, as NEW_WORKSPACES says. */
export async function mayAddWorkspace(
  { database, env }: { database: Database; env: Pick<Env, 'NEW_WORKSPACES'> },
  userId: string,
): Promise<boolean> {
  const memberships = await listMembershipsOfUser(database, userId);
  return canCreateWorkspace(env.NEW_WORKSPACES, {
    ownsWorkspace: memberships.some(({ role }) => role === 'owner'),
    isOldestAccount: await isOldestUser(database, userId),
  });
}

/** Makes a workspace that the actor owns; `id` is for callers that had to name it beforehand. Throws `forbidden`, `tooMany`. */
export async function addWorkspace(
  running: Pick<Runtime, 'database' | 'env' | 'metrics'>,
  actor: UserActor,
  { name }: z.output<typeof newWorkspaceSchema>,
  id = newId(),
): Promise<WorkspaceRow> {
  if (!(await mayAddWorkspace(running, actor.userId))) {
    throw new AppError('forbidden', 'NEW_WORKSPACES does not allow it.', { messageKey: 'workspacesByOwners' });
  }
  await countAttempt(running, [{ limit: 'workspace', who: actor.userId }]);
  return createAuditedWorkspace(running.database, { id, name, ownerId: actor.userId });
}
