import { pingDatabase } from '@/lib/data/ping';
import { runtime } from '@/lib/runtime';

export const dynamic = 'force-dynamic';

/** For process managers and proxies: 200 while the server and its database answer. Says nothing else to anybody. */
export async function GET(): Promise<Response> {
  const isWell = await pingDatabase(runtime().database).then(
    () => true,
    () => false,
  );
  return Response.json(
    { status: isWell ? 'ok' : 'failing' },
    { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
