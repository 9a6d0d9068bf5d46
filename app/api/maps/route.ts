import { z } from 'zod';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';
import { addMap } from '@/lib/maps/addMap';
import { makeMap, mapSourceSchema } from '@/lib/maps/mapSource';

const newMapSchema = z.object({ workspaceId: idSchema, source: mapSourceSchema });

/** A new map: blank, from a template of ours or of a workspace, or from a file (Mermaid, or our own JSON). */
export const POST = route(async (_request, { runtime, requireActor, json, locale }) => {
  const actor = await requireActor();
  // A file comes as a text in JSON, in which every quotation mark takes two characters.
  const { workspaceId, source } = await json(newMapSchema, Math.max(runtime.env.MAX_REQUEST_MB, runtime.env.MAX_FILE_MB * 2));
  const { workspace } = await requireWorkspaceAccess(actor, workspaceId, 'workspace.createMap');
  const { map } = await makeMap(runtime, source, locale, actor);
  const { id } = await addMap(runtime, actor, workspace.id, map, source.type);
  return Response.json({ id }, { status: 201 });
});
