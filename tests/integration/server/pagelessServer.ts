import { runServer } from '@/lib/server/runServer';

// Run as a process of its own: the whole server, with plain answers instead of Next's pages (those are built and tested in a browser).

await runServer({
  openPages: async () => ({
    handle: async (request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ url: request.url, address: request.headers['x-forwarded-for'] }));
    },
    close: async () => undefined,
  }),
});
