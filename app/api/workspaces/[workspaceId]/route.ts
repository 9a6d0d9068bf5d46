import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { personNameSchema } from '@/lib/auth/credentials';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { renameWorkspace } from '@/lib/data/workspaces';
import { route } from '@/lib/http/route';

const changeSchema = z.object({ name: personNameSchema });

/** Gives the workspace another name. */
export const PATCH = route<{ workspaceId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.rename');
  const { name } = await json(changeSchema);
  const { id } = await renameWorkspace(runtime.database, { id: workspace.id, name, actorId: actorIdOf(actor) });
  await runtime.events.publish({ kind: 'maps.changed', workspaceId: id });
  return Response.json({ id, name });
});
