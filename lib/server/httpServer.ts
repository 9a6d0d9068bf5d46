import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { settleForwarded } from '@/lib/http/forwarded';
import type { Rooms } from '@/lib/sync/rooms';
import { refuseOutright } from '@/lib/sync/upgrade';
import { refusalOf } from './refusal';
import { StartError } from './startError';

export type HttpParts = {
  /** Pages and routes. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  rooms: Pick<Rooms, 'handleUpgrade'>;
  /** Upgrades of other paths: Next's own in development; refused when absent. */
  otherUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  trustProxy: boolean;
  log: Logger;
};

/** The one HTTP server: pages and routes by Next, sockets under /sync/ by the rooms. */
export function createHttpServer({ handle, rooms, otherUpgrade, trustProxy, log }: HttpParts): Server {
  const server = createServer((request, response) => {
    settleForwarded(request, trustProxy);
    // In development Next has requests of its own.
    const refusal = otherUpgrade ? null : refusalOf(request);
    if (refusal) {
      response.writeHead(refusal.status, { ...refusal.headers, 'Content-Length': 0 }).end();
      return;
    }
    handle(request, response).catch((error) => {
      log.error({ err: error, method: request.method }, 'a request failed outside its handler');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than the usual 60 s of proxies, so that it is never we who close a connection that one is about to use.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.on('upgrade', (request, socket, head) => {
    settleForwarded(request, trustProxy);
    if (request.url?.startsWith('/sync/')) rooms.handleUpgrade(request, socket, head);
    else if (otherUpgrade) otherUpgrade(request, socket, head);
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

/** Tries whether a server could listen there, before anything is opened or made. Throws `StartError`. */
export async function requireListenable(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((closed) => probe.close(closed));
}

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
