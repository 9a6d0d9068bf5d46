import { route } from '@/lib/http/route';
import { workshopActionSchema } from '@/lib/workshop/action';
import { actOnWorkshop } from '@/lib/workshop/changeWorkshop';
import { readWorkshop } from '@/lib/workshop/readWorkshop';

type Params = { mapId: string };

/** The workshop on the map. */
export const GET = route<Params>(async (_request, { runtime, params, requireActor }) =>
  Response.json(await readWorkshop(runtime, await requireActor(), params.mapId)),
);

/** Does one thing with it. */
export const POST = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  await actOnWorkshop(runtime, actor, params.mapId, await json(workshopActionSchema));
  return Response.json(await readWorkshop(runtime, actor, params.mapId));
});
