import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { mapFileResponse } from '@/lib/files/mapFileResponse';
import { requireMapFile } from '@/lib/files/requireMapFile';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';

const querySchema = z.object({
  /** `small`: a picture as large as cards show it. */
  version: z.enum(['large', 'small']).default('large'),
  /** To be saved, not shown. */
  save: z.stringbool().default(false),
});

/** A picture or file of the map, for everybody who may see the map. */
export const GET = route<{ mapId: string; fileId: string }>(async (request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'read');
  const file = await requireMapFile(runtime.database, map.id, params.fileId);
  return mapFileResponse(runtime.database, request, file, readQuery(request, querySchema));
});
