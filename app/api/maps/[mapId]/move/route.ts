import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';
import { moveMapTo } from '@/lib/maps/moveMap';

const moveSchema = z.object({ workspaceId: idSchema });

/** Gives the map to another workspace, in which the person may make maps, too. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'move');
  const { workspaceId } = await json(moveSchema);
  const { workspace } = await requireWorkspaceAccess(actor, workspaceId, 'workspace.createMap');
  await moveMapTo(runtime, actor, map, workspace.id);
  return new Response(null, { status: 204 });
});
