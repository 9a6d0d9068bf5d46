import { route } from '@/lib/http/route';
import { readVotes } from '@/lib/workshop/voting/readVotes';
import { closeVote } from '@/lib/workshop/voting/tendRounds';

type Params = { mapId: string; roundId: string };

/** Closes the vote. */
export const POST = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  await closeVote(runtime, actor, params);
  return Response.json(await readVotes(runtime, actor, params.mapId));
});
