import { canCreateMap } from '@/lib/access/workspace';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { deriveFuture, newFutureSchema } from '@/lib/versions/future/deriveFuture';
import { versionNumberInPath } from '@/lib/versions/numberInPath';
import { requireVersion } from '@/lib/versions/readVersion';

/** Makes a future state from the version. */
export const POST = route<{ mapId: string; number: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map, role, standing } = await requireMapAccess(actor, params.mapId, 'readVersions');
  if (!canCreateMap(standing)) throw new AppError('forbidden', `The role ${role} does not allow to make maps.`);
  const version = await requireVersion(runtime.database, map.id, versionNumberInPath(params.number));
  const { id, title } = await deriveFuture(runtime, actor, map, version, await json(newFutureSchema));
  return Response.json({ id, title }, { status: 201 });
});
