import { z } from 'zod';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { pageMaps } from '@/lib/data/mapPages';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';
import { addMadeMap } from '@/lib/maps/addMadeMap';
import { makeMap, mapSourceSchema } from '@/lib/maps/mapSource';

const newMapSchema = z.object({ workspaceId: idSchema, source: mapSourceSchema });

const listSchema = z.object({ workspace: idSchema });

/** So many maps a list has at most: the newest. */
const mostListed = 200;

/** The maps of a workspace by title, to choose one that is compared with. */
export const GET = route(async (request, { runtime, requireActor }) => {
  const actor = await requireActor();
  const { workspace } = await requireWorkspaceAccess(actor, readQuery(request, listSchema).workspace, 'workspace.read');
  const filter = { userId: actor.kind === 'user' ? actor.userId : '', workspaceId: workspace.id, deleted: false };
  const rows = await pageMaps(runtime.database, filter, { after: null, limit: mostListed });
  return Response.json({ items: rows.map(({ id, title, kind }) => ({ id, title, kind })) });
});

/** A new map: blank, from a template of ours or of a workspace, or from a file (Mermaid, or our own JSON). */
export const POST = route(async (_request, { runtime, requireActor, json, locale }) => {
  const actor = await requireActor();
  // A file comes as a text in JSON, in which every quotation mark takes two characters.
  const { workspaceId, source } = await json(newMapSchema, Math.max(runtime.env.MAX_REQUEST_MB, runtime.env.MAX_FILE_MB * 2));
  const { workspace } = await requireWorkspaceAccess(actor, workspaceId, 'workspace.createMap');
  const made = await makeMap(runtime, source, locale, actor, workspace.id);
  const { id } = await addMadeMap(runtime, actor, workspace.id, made, source.type);
  return Response.json({ id }, { status: 201 });
});
