import { asUser } from '@/lib/auth/asUser';
import { countInbox } from '@/lib/data/inbox';
import { route } from '@/lib/http/route';

/** How much in the inbox is unread. */
export const GET = route(async (_request, { runtime, requireActor }) =>
  Response.json({ unread: await countInbox(runtime.database, asUser(await requireActor()).userId) }),
);
