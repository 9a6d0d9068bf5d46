import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { readAuthors } from '@/lib/maps/readAuthors';

/** Who wrote on the map, and under which Yjs clients: a document says under which one each card was begun. */
export const GET = route<{ mapId: string }>(async (_request, { runtime, params, requireActor }) => {
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readActivity');
  return Response.json({ people: await readAuthors(runtime.database, map.id) });
});
