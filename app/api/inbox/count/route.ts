import { asUser } from '@/lib/auth/asUser';
import { countInbox } from '@/lib/data/inbox';
import { countWantedSignatures } from '@/lib/data/signOffs';
import { route } from '@/lib/http/route';

/** How much in the inbox is unread, signatures that are wanted included. */
export const GET = route(async (_request, { runtime: { database }, requireActor }) => {
  const { userId } = asUser(await requireActor());
  return Response.json({ unread: (await countInbox(database, userId)) + (await countWantedSignatures(database, userId)) });
});
