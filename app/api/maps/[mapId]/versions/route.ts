import { actorIdOf } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { describeVersion, listVersions, versionsQuerySchema } from '@/lib/versions/listVersions';
import { newVersionSchema, saveVersion } from '@/lib/versions/saveVersion';

/** The versions of the map, newest first, without their content. */
export const GET = route<{ mapId: string }>(async (request, { runtime, params, requireActor }) => {
  const query = readQuery(request, versionsQuerySchema);
  const { map } = await requireMapAccess(await requireActor(), params.mapId, 'readVersions');
  return Response.json(await listVersions(runtime.database, map.id, query));
});

/** Keeps the map as it is now as a version. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'saveVersion');
  const facts = await json(newVersionSchema);
  const row = await saveVersion(runtime, map, { kind: 'manual', actorId: actorIdOf(actor), ...facts });
  return Response.json(await describeVersion(runtime.database, row), { status: 201 });
});
