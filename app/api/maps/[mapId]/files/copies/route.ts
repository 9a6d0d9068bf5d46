import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { copyMapFiles } from '@/lib/files/copyMapFiles';
import { toMapFileBody } from '@/lib/files/mapFileAnswer';
import { route } from '@/lib/http/route';
import { idSchema } from '@/lib/map/id';

const copySchema = z.object({ from: idSchema, fileIds: z.array(idSchema).min(1).max(500) });

/** Files of another map, for cards that were copied from there. Answers with those that this map has now. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'write');
  const { from, fileIds } = await json(copySchema);
  const source = await requireMapAccess(actor, from, 'read');
  const files = await copyMapFiles(runtime, actor, { from: source.map.id, to: map.id, ids: fileIds });
  return Response.json({ files: files.map(toMapFileBody) });
});
