import { describeJoin } from '@/lib/auth/describeJoin';
import { route } from '@/lib/http/route';

/** What the join page asks before anybody is signed in. */
export const GET = route<{ token: string }>(async (_request, { runtime, params, address, findActor }) =>
  Response.json(await describeJoin(runtime, params.token, { address, actor: await findActor() })),
);
