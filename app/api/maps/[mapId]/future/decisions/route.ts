import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { route } from '@/lib/http/route';
import { changeKeysSchema, decideChanges } from '@/lib/versions/future/decideChanges';

const bodySchema = z.strictObject({ keys: changeKeysSchema, left: z.boolean() });

/** Notes that changes of the current state are not taken over, or that they are open again. */
export const POST = route<{ mapId: string }>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  const { map } = await requireMapAccess(actor, params.mapId, 'write');
  await decideChanges(runtime, actor, map, await json(bodySchema));
  return new Response(null, { status: 204 });
});
