import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { purgeWorkspace } from '@/lib/data/purge';
import { binWorkspace, markWorkspaceForPurge, unbinWorkspace } from '@/lib/data/workspaceBin';
import type { WorkspaceRow } from '@/lib/data/workspaces';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';

type Running = Pick<Runtime, 'database' | 'events'>;

/** What is asked of whoever deletes a workspace: its name, typed. */
export const removeWorkspaceSchema = z.object({ name: z.string().max(200) });

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The name as somebody has typed it; `path`: where it stands in what they sent. */
export type TypedName = { name: string; path?: string };

function requireName(workspace: WorkspaceRow, { name, path = 'name' }: TypedName): void {
  if (plain(name) === plain(workspace.name)) return;
  throw new AppError('invalid', 'Not the name of the workspace.', {
    messageKey: 'workspaceNameWrong',
    details: [{ path, message: 'Not its name' }],
  });
}

async function tell({ events }: Running, workspaceId: string): Promise<void> {
  await events.publish({ kind: 'access.changed', workspaceId });
  await events.publish({ kind: 'maps.changed', workspaceId });
}

/**
 * Puts a workspace with everything in it into the bin: its maps close for everybody, its join links and invitations let nobody in, and all of
 * it comes back with it. Throws `invalid` when the typed name is not the workspace's.
 */
export async function removeWorkspace(running: Running, actor: Actor, workspace: WorkspaceRow, typed: TypedName): Promise<void> {
  requireName(workspace, typed);
  if (await binWorkspace(running.database, { id: workspace.id, actorId: actorIdOf(actor) })) await tell(running, workspace.id);
}

/** Takes a workspace out of the bin. */
export async function bringWorkspaceBack(running: Running, actor: Actor, workspace: WorkspaceRow): Promise<void> {
  if (await unbinWorkspace(running.database, { id: workspace.id, actorId: actorIdOf(actor) })) await tell(running, workspace.id);
}

/** Removes a workspace that lies in the bin for good, with every map. Throws `invalid` when the typed name is not the workspace's. */
export async function removeWorkspaceForGood(
  { database }: Running,
  actor: Actor,
  workspace: WorkspaceRow,
  typed: TypedName,
): Promise<void> {
  requireName(workspace, typed);
  const { id } = workspace;
  const isMarked = await database.prisma.$transaction((tx) => markWorkspaceForPurge(tx, { id, actorId: actorIdOf(actor) }));
  if (isMarked) await purgeWorkspace(database, id);
}
