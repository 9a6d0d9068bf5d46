import { route } from '@/lib/http/route';
import { readVotes } from '@/lib/workshop/voting/readVotes';
import { showDots } from '@/lib/workshop/voting/tendRounds';
import { shownDotsSchema } from '@/lib/workshop/voting/votesAnswer';

type Params = { mapId: string };

/** Which vote's dots are on the cards. */
export const PUT = route<Params>(async (_request, { runtime, params, requireActor, json }) => {
  const actor = await requireActor();
  await showDots(runtime, actor, params.mapId, (await json(shownDotsSchema)).roundId);
  return Response.json(await readVotes(runtime, actor, params.mapId));
});
