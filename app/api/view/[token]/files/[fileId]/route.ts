import { requireOpenedViewLink } from '@/lib/auth/viewLink';
import { AppError } from '@/lib/errors';
import { mapFileResponse } from '@/lib/files/mapFileResponse';
import { requireMapFile } from '@/lib/files/requireMapFile';
import { route } from '@/lib/http/route';
import { viewProofHeader } from '@/lib/http/viewProofHeader';
import { readProjection } from '@/lib/maps/readProjection';

/** A picture on a card that the link shows, as large as cards show it; no other file, and none of a card that is not shown. */
export const GET = route<{ token: string; fileId: string }>(async (request, { runtime, params, address }) => {
  const proof = request.headers.get(viewProofHeader);
  const { mapId } = await requireOpenedViewLink(runtime, params.token, { address, proof });
  const { files } = await readProjection(runtime, mapId);
  const file = files.has(params.fileId) ? await requireMapFile(runtime.database, mapId, params.fileId) : null;
  if (!file || file.width === null) throw new AppError('notFound', 'No such picture.', { messageKey: 'fileNotFound' });
  return mapFileResponse(runtime.database, request, file, { version: 'small', save: false });
});
