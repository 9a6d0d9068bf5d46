import type { Actor, Role } from '@/lib/access/actor';
import { can } from '@/lib/access/operation';
import { type Standing, standingInWorkspace } from '@/lib/access/standing';
import type { WorkspaceNeed } from '@/lib/access/workspace';
import type { Database } from '@/lib/data/database';
import { findMembership } from '@/lib/data/memberships';
import { findBinnedWorkspace } from '@/lib/data/workspaceBin';
import { findWorkspace, type WorkspaceRow } from '@/lib/data/workspaces';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import { runtime } from '@/lib/runtime';

export type WorkspaceAccess = { workspace: WorkspaceRow; role: Role; standing: Standing };

/** The workspace and the actor's role in it, or null when there is none, or none for this actor: the two look the same from outside. */
export async function findWorkspaceAccess(
  db: Database,
  actor: Actor | null,
  workspaceId: string,
): Promise<WorkspaceAccess | null> {
  if (actor?.kind !== 'user' || !idSchema.safeParse(workspaceId).success) return null;
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) return null;
  const standing = standingInWorkspace(actor, workspace, await findMembership(db, workspaceId, actor.userId));
  return standing && { workspace, role: standing.role, standing };
}

function requireNeed(access: WorkspaceAccess | null, need: WorkspaceNeed): WorkspaceAccess {
  if (!access) throw new AppError('notFound', 'No such workspace for this actor.', { messageKey: 'workspaceNotFound' });
  if (!can(access.standing, need)) throw new AppError('forbidden', `The role ${access.role} does not allow ${need}.`);
  return access;
}

/** The workspace, for an actor who may do this in it. Throws `notFound` without any access, `forbidden` with too little. */
export async function requireWorkspaceAccess(
  actor: Actor | null,
  workspaceId: string,
  need: WorkspaceNeed,
  db: Database = runtime().database,
): Promise<WorkspaceAccess> {
  return requireNeed(await findWorkspaceAccess(db, actor, workspaceId), need);
}

/** The same for a workspace that lies in the bin: to restore it, or to remove it for good. */
export async function requireDeletedWorkspaceAccess(
  actor: Actor | null,
  workspaceId: string,
  need: WorkspaceNeed,
  db: Database = runtime().database,
): Promise<WorkspaceAccess> {
  if (actor?.kind !== 'user' || !idSchema.safeParse(workspaceId).success) return requireNeed(null, need);
  const found = await findBinnedWorkspace(db, workspaceId, actor.userId);
  const standing = found && standingInWorkspace(actor, found.workspace, { workspaceId, userId: actor.userId, role: found.role });
  return requireNeed(standing && { workspace: found.workspace, role: standing.role, standing }, need);
}
