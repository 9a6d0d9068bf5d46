import { requireMapAccess } from '@/lib/auth/mapAccess';
import { toMapFileBody } from '@/lib/files/mapFileAnswer';
import { readUpload } from '@/lib/files/readUpload';
import { storeMapFile } from '@/lib/files/storeMapFile';
import { route } from '@/lib/http/route';

/** A picture or file for cards of the map: the body as it is, its name percent-encoded in X-File-Name. */
export const POST = route<{ mapId: string }>(async (request, { runtime, params, requireActor, locale }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'write');
  const upload = await readUpload(request, runtime.env);
  const file = await storeMapFile(runtime, actor, map.id, { ...upload, locale });
  return Response.json({ file: toMapFileBody(file) }, { status: 201 });
});
