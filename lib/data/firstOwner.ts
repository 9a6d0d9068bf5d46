import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/map/id';
import { appendAudit } from './audit';
import type { Database, Transaction } from './database';
import { takeSetting } from './settings';
import { countUsers, createUser } from './users';
import { createWorkspace } from './workspaces';

export type NewFirstOwner = {
  setting: { key: string; value: Prisma.InputJsonValue };
  user: { name: string; email: string; passwordHash: string | null; locale: string };
  workspaceName: string;
};

/**
 * Makes the first account with its workspace and uses up the setting that allowed it, all or nothing: whoever removes the setting's row
 * wins, everybody else waits for that row and then finds it gone. Throws `conflict`.
 */
export async function insertFirstOwner(tx: Transaction, first: NewFirstOwner): Promise<{ userId: string; workspaceId: string }> {
  if (!(await takeSetting(tx, first.setting.key, first.setting.value)) || (await countUsers(tx)) > 0) {
    throw new AppError('conflict', 'Set up already.', { messageKey: 'setupDone' });
  }
  const user = await createUser(tx, { id: newId(), ...first.user });
  const workspace = await createWorkspace(tx, { id: newId(), name: first.workspaceName, ownerId: user.id });
  await appendAudit(tx, { action: 'setup.done', actorId: `user:${user.id}`, workspaceId: workspace.id });
  return { userId: user.id, workspaceId: workspace.id };
}

/** The same as a change of its own. */
export function createFirstOwner(db: Database, first: NewFirstOwner): Promise<{ userId: string; workspaceId: string }> {
  return db.prisma.$transaction((tx) => insertFirstOwner(tx, first));
}
