import { route } from '@/lib/http/route';
import { readVotes } from '@/lib/workshop/voting/readVotes';
import { newRoundSchema } from '@/lib/workshop/voting/round';
import { openRound } from '@/lib/workshop/voting/tendRounds';

type Params = { mapId: string };

/** The votes on the map. */
export const GET = route<Params>(async (_request, { runtime, params, requireActor }) =>
  Response.json(await readVotes(runtime, await requireActor(), params.mapId)),
);

/** Opens one. */
export const POST = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  await openRound(runtime, actor, params.mapId, await json(newRoundSchema));
  return Response.json(await readVotes(runtime, actor, params.mapId), { status: 201 });
});
