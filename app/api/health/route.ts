import { pingDatabase } from '@/lib/data/ping';
import { route } from '@/lib/http/route';

/** For process managers and proxies: 200 while the server and its database answer. Says nothing else to anybody. */
export const GET = route(async (_request, { runtime }) => {
  const isWell = await pingDatabase(runtime.database).then(
    () => true,
    () => false,
  );
  return Response.json({ status: isWell ? 'ok' : 'failing' }, { status: isWell ? 200 : 503 });
});
