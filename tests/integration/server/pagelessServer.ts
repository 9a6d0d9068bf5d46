import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { runServer } from '@/lib/server/runServer';

// Run as a process of its own: the whole server, with plain answers instead of Next's pages (those are built and tested in a browser).

/** A test holds the start until this file is there. */
const { TEST_START_WHEN, TEST_STOP_WHILE_STARTING } = process.env;

/** Asks this very process to stop, and fails once it does, as a start fails whose database has been closed. */
const stopped = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    process.once('SIGTERM', () => reject(new Error('Cannot use a pool after calling end on the pool')));
    process.kill(process.pid, 'SIGTERM');
  });

await runServer({
  openPages: async () => {
    if (TEST_STOP_WHILE_STARTING) await stopped();
    globalThis.console.log('✓ as Next says something while it starts');
    while (TEST_START_WHEN && !existsSync(TEST_START_WHEN)) await new Promise((tick) => setTimeout(tick, 10));
    return {
      handle: async (request, response) => {
        // Answered when the client has sent all it wants: a request that takes long.
        if (request.method === 'POST') await text(request);
        response.writeHead(request.url?.startsWith('/_next/broken') ? 500 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ url: request.url, address: request.headers['x-forwarded-for'] }));
      },
      patternOf: (path) => (path.startsWith('/maps/') ? '/maps/[mapId]' : 'other'),
      close: async () => undefined,
    };
  },
});
