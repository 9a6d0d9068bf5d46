import { buildId } from '@/lib/build';
import { route } from '@/lib/http/route';
import { listBuiltFiles } from '@/lib/server/builtFiles';

export const dynamic = 'force-dynamic';

/** The files of this build's pages: what a browser keeps to open maps without network. Anybody may ask; anybody may have the files, too. */
export const GET = route(async () => Response.json({ build: buildId, files: await listBuiltFiles() }));
