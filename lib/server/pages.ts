import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import { createPatternFinder, listApiPatterns, listRoutePatterns } from './routePatterns';

export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Development only: the page reload's own socket. */
  otherUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** The pattern of a path's route (`/maps/[mapId]`), to count it under. */
  patternOf: (path: string) => string;
  close(): Promise<void>;
};

export type OpenPages = (options: { dev: boolean; directory: string; host: string; port: number }) => Promise<Pages>;

/** Next's pages and routes from the project in `directory`. */
export const openPages: OpenPages = async ({ dev, directory, host, port }) => {
  // At its first request Next listens for upgrades on the server that it is given, and ends those that it does not know, ours included.
  // It is given one that nobody reaches; in development its own are handed to it there.
  const apart = createServer();
  const app = next({ dev, dir: directory, hostname: host, port, httpServer: apart });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    ...(dev ? { otherUpgrade: (request, socket, head) => void apart.emit('upgrade', request, socket, head) } : {}),
    patternOf: createPatternFinder([...listApiPatterns(), ...(dev ? [] : await listRoutePatterns(directory))]),
    close: () => app.close(),
  };
};
