import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import * as anyEndpoint from '@/app/api/v1/[...path]/route';
import * as description from '@/app/api/v1/openapi.json/route';
import { runtime } from '@/lib/runtime';
import { openPages } from '@/lib/server/pages';
import { runServer } from '@/lib/server/runServer';
import { VersionKeeper } from '@/lib/versions/versionKeeper';
import { digestRows } from './rows';
import { makeScene } from './scene';

// Run as a process of its own: the whole server with the API's real route handlers over real HTTP, called the way Next calls them, so that no
// build of the pages is needed. TEST_PAGES=next has Next itself answer, from a build. What begins with /test/ is for the tests only.

type Module = Partial<Record<string, (request: Request, context: { params: Promise<never> }) => Promise<Response>>>;

function moduleOf(path: string): Module | null {
  if (path === '/api/v1/openapi.json') return description as Module;
  return path.startsWith('/api/v1/') ? (anyEndpoint as Module) : null;
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? { body: await buffer(incoming) } : {};
  return new Request(new URL(url, 'http://localhost'), { method, headers: given, ...body } as RequestInit);
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = incoming;
  const found = moduleOf(url.split('?', 1)[0] ?? '/');
  const handler = found?.[method] ?? (method === 'HEAD' ? found?.GET : undefined);
  if (!handler) {
    outgoing.writeHead(found ? 405 : 404).end();
    return;
  }
  const response = await handler(await toRequest(incoming), { params: Promise.resolve({} as never) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (method === 'HEAD' || !response.body) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}

const forTests: Record<string, () => Promise<unknown>> = {
  '/test/scene': () => makeScene(runtime()),
  // What a request begins ends first.
  '/test/rows': async () => {
    await runtime().imports.settled();
    return digestRows(runtime().database);
  },
};

// Versions that maps get by themselves, minutes after a request, are no part of what a request did.
VersionKeeper.prototype.start = () => undefined;

await runServer({
  openPages: async (options) => {
    const pages =
      process.env.TEST_PAGES === 'next'
        ? await openPages(options)
        : { handle: answer, patternOf: () => 'other', close: async () => undefined };
    return {
      ...pages,
      handle: async (request, response) => {
        const ask = forTests[request.url ?? ''];
        if (!ask) return pages.handle(request, response);
        const answered = await ask().catch((error: Error) => ({ failed: error.stack ?? error.message }));
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answered));
      },
    };
  },
});
