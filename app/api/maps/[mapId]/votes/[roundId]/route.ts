import { route } from '@/lib/http/route';
import { castVote } from '@/lib/workshop/voting/castVote';
import { readOwnBallot, readVotes } from '@/lib/workshop/voting/readVotes';
import { dotsSchema } from '@/lib/workshop/voting/round';
import { removeRound } from '@/lib/workshop/voting/tendRounds';

type Params = { mapId: string; roundId: string };

/** One's own dots in an open vote, and how many have voted. */
export const GET = route<Params>(async (_request, { runtime, params, requireActor }) =>
  Response.json(await readOwnBallot(runtime, await requireActor(), params.mapId, params.roundId)),
);

/** Gives a card so many of one's dots. */
export const PUT = route<Params>(async (_request, { runtime, params, requireActor, json }) =>
  Response.json(await castVote(runtime, await requireActor(), params, await json(dotsSchema))),
);

/** Deletes it with all that came of it. */
export const DELETE = route<Params>(async (_request, { runtime, params, requireActor }) => {
  const actor = await requireActor();
  await removeRound(runtime, actor, params);
  return Response.json(await readVotes(runtime, actor, params.mapId));
});
