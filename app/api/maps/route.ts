import { z } from 'zod';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';
import { addMap } from '@/lib/maps/addMap';
import { makeMap, mapSourceSchema } from '@/lib/maps/mapSource';

const newMapSchema = z.object({ workspaceId: idSchema, source: mapSourceSchema });

/** A new map: blank, from a template, or from a Mermaid journey. */
export const POST = route(async (_request, { runtime, requireActor, json, locale }) => {
  const actor = await requireActor();
  const { workspaceId, source } = await json(newMapSchema);
  const { workspace } = await requireWorkspaceAccess(actor, workspaceId, 'workspace.createMap');
  const map = makeMap(source, locale, runtime.env.MAX_FILE_MB);
  const { id } = await addMap(runtime, actor, workspace.id, map, source.type);
  return Response.json({ id }, { status: 201 });
});
