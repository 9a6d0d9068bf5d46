import { asUser } from '@/lib/auth/asUser';
import { route } from '@/lib/http/route';
import { readWanted } from '@/lib/signOffs/readWanted';

/** The signatures that the person is asked for. */
export const GET = route(async (_request, { runtime, requireActor }) =>
  Response.json({ items: await readWanted(runtime.database, asUser(await requireActor())) }),
);
