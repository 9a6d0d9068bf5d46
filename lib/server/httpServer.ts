import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { settleForwarded } from '@/lib/http/forwarded';
import { settleRequestId } from '@/lib/http/requestId';
import type { HttpCounters } from '@/lib/metrics/httpCounters';
import { refuseOutright } from '@/lib/sync/upgrade';
import { type Door, isStream } from './door';
import type { Probe } from './probes';
import { refusalOf } from './refusal';
import { StartError } from './startError';

/** What is counted when the client went away before there was an answer. */
const clientGone = 499;

export type HttpParts = {
  door: Door;
  /** What machines ask, answered whether the door is open or not. */
  probeOf: (path: string) => Probe | null;
  counters: HttpCounters;
  trustProxy: boolean;
  log: Logger;
};

/** The one HTTP server: probes by ourselves, pages and routes by Next, sockets under /sync/ by the rooms. */
export function createHttpServer({ door, probeOf, counters, trustProxy, log }: HttpParts): Server {
  const server = createServer((request, response) => {
    const started = performance.now();
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const probe = probeOf(path);
    const requestId = settleRequestId(request, trustProxy);
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      // Routes and pages log their own failures. Next says nothing of a file of the build that it cannot give, such as after a build under
      // the running server.
      if (response.statusCode >= 500 && path.startsWith('/_next/') && door.serving) {
        log.error(
          { method: request.method, path, status: response.statusCode, requestId },
          'a file of the pages could not be given',
        );
      }
      counters.answered({
        method: request.method ?? 'GET',
        route: probe ? path : (door.serving?.patternOf(path) ?? 'other'),
        status: response.headersSent ? response.statusCode : clientGone,
        seconds: (performance.now() - started) / 1000,
        isStream: isStream(response),
      });
    });
    const onFailure = (error: unknown): void => {
      log.error({ err: error, method: request.method, requestId }, 'a request failed outside its handler');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    };
    if (probe) {
      probe(request, response).catch(onFailure);
      return;
    }
    settleForwarded(request, trustProxy);
    const serving = door.enter(response);
    if (!serving) return;
    // In development Next has requests of its own.
    const refusal = serving.otherUpgrade ? null : refusalOf(request);
    if (refusal) {
      response.writeHead(refusal.status, { ...refusal.headers, 'Content-Length': 0 }).end();
      return;
    }
    serving.handle(request, response).catch(onFailure);
  });
  // Longer than the usual 60 s of proxies, so that it is never we who close a connection that one is about to use.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.on('upgrade', (request, socket, head) => {
    settleForwarded(request, trustProxy);
    settleRequestId(request, trustProxy);
    const { serving } = door;
    if (!serving) refuseOutright(socket, 503);
    else if (request.url?.startsWith('/sync/')) serving.rooms.handleUpgrade(request, socket, head);
    else if (serving.otherUpgrade) serving.otherUpgrade(request, socket, head);
    else refuseOutright(socket, 404);
  });
  return server;
}

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `Port ${port} is in use already; stop what uses it, or set PORT to another number.`,
  EACCES: (_host, port) => `This user may not listen on port ${port}; set PORT to a number of 1024 or more.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}; set HOST to one that it has, or to 0.0.0.0 for all.`,
  ENOTFOUND: (host) => `The host name ${host} is not known; set HOST to an address of this machine, or to 0.0.0.0 for all.`,
};

/** Listens and returns the port (that of the system's choice for 0). Throws `StartError`. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        reasons[error.code ?? '']?.(host, port) ?? `The server cannot listen on ${host}:${port}: ${error.message}.`;
      reject(new StartError(sentence, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
