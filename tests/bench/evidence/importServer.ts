import { Readable } from 'node:stream';
import { findImport } from '@/lib/data/evidence/imports';
import { findSource } from '@/lib/data/evidence/sources';
import { runtime } from '@/lib/runtime';
import { runServer } from '@/lib/server/runServer';
import { beginImporting } from '@/lib/sources/beginImporting';
import { stageFile } from '@/lib/sources/stageFile';
import { storeSource } from '../../builders/answers';

// Run as a process of its own: the whole server without its pages, which takes a file of answers in (POST, with the name of the file as the path)
// as the route does, and tells what has become of it (GET).

/** Who brings it in. Access has been decided before the functions that are used here. */
const actor = { kind: 'user', userId: 'bench', sessionId: 'bench', name: 'Bench', email: 'bench@example.org' } as const;

async function bringIn(name: string, body: ReadableStream<Uint8Array>): Promise<string> {
  const running = runtime();
  const { id: workspaceId } = await running.database.prisma.workspace.findFirstOrThrow({ select: { id: true } });
  const source = await findSource(running.database, await storeSource(running.database, workspaceId, name));
  if (!source) throw new Error('the source is gone');
  const row = await stageFile(running, actor, source, { name, body });
  await beginImporting(running, { row, source }, undefined);
  return row.id;
}

await runServer({
  openPages: async () => ({
    handle: async (request, response) => {
      const name = (request.url ?? '').slice(1);
      const answer =
        request.method === 'POST'
          ? { id: await bringIn(name, Readable.toWeb(request) as ReadableStream<Uint8Array>) }
          : await findImport(runtime().database, name);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer));
    },
    patternOf: () => 'other',
    close: async () => undefined,
  }),
});
