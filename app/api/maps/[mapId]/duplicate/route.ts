import { canCreateMap } from '@/lib/access/workspace';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { duplicateMap } from '@/lib/maps/duplicateMap';

/** A second map like this one, in the same workspace. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, locale }) => {
  const actor = await requireActor();
  const { map, role, standing } = await requireMapAccess(actor, params.mapId, 'read');
  if (!canCreateMap(standing)) throw new AppError('forbidden', `The role ${role} does not allow to make maps.`);
  const { id, title } = await duplicateMap(runtime, actor, map, { locale });
  return Response.json({ id, title }, { status: 201 });
});
