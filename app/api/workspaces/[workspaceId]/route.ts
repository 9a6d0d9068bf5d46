import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { renameWorkspace } from '@/lib/data/workspaces';
import { route } from '@/lib/http/route';
import { workspaceNameSchema } from '@/lib/workspaces/addWorkspace';
import { removeWorkspace, removeWorkspaceSchema } from '@/lib/workspaces/removeWorkspace';

type Params = { workspaceId: string };

const changeSchema = z.object({ name: workspaceNameSchema });

/** Gives the workspace another name. */
export const PATCH = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.rename');
  const { name } = await json(changeSchema);
  const { id } = await renameWorkspace(runtime.database, { id: workspace.id, name, actorId: actorIdOf(actor) });
  await runtime.events.publish({ kind: 'maps.changed', workspaceId: id });
  return Response.json({ id, name });
});

/** Puts the workspace into the bin; its name, typed, confirms it. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.delete');
  const { name } = await json(removeWorkspaceSchema);
  await removeWorkspace(runtime, actor, workspace, { name });
  return new Response(null, { status: 204 });
});
