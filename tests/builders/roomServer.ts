import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { type Env, parseEnv } from '@/lib/env';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import { createEvents } from '@/lib/events/events';
import { clientAddress, settleForwarded } from '@/lib/http/forwarded';
import { toHeaderReader } from '@/lib/http/incoming';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { createAuthorise } from '@/lib/server/authoriseSync';
import { isAllowedOrigin } from '@/lib/server/syncOrigin';
import type { Authorise } from '@/lib/sync/admission';
import { createDatabaseStorage } from '@/lib/sync/databaseStorage';
import type { DocumentSchema } from '@/lib/sync/documentSchema';
import type { SyncLimits } from '@/lib/sync/limits';
import { createRooms, type Rooms } from '@/lib/sync/rooms';
import type { SyncStorage } from '@/lib/sync/storage';
import { type DatabaseKind, openTestDatabase, type TestDatabase } from './database';
import { smallMap } from './map';
import { addMap, addMember, addPerson, addWorkspace, type Person } from './people';
import { testSecret } from './testRuntime';

export type RoomServerOptions = {
  kind?: DatabaseKind;
  /** A database that the caller opened and will drop. */
  database?: TestDatabase;
  limits?: Partial<SyncLimits>;
  settings?: Record<string, string>;
  /** Something around the real storage: one that fails for a while, or that counts. */
  wrap?: (storage: SyncStorage) => SyncStorage;
  /** Another form of documents than this release's. */
  schema?: DocumentSchema;
  /** Something around the real judgement: to let things happen meanwhile. */
  wrapAuthorise?: (authorise: Authorise) => Authorise;
};

/** Rooms behind a real HTTP server on a port of its own, with real accounts and a real database. */
export type RoomServer = {
  running: Runtime;
  database: TestDatabase;
  rooms: Rooms;
  port: number;
  /** What was logged, one JSON line each. */
  logged: string[];
  /** Ends the rooms and the server; the database stays if the caller gave it. */
  stop(): Promise<void>;
};

/** Starts it. Evicts and writes activity fast, so that tests need not wait. */
export async function startRoomServer(options: RoomServerOptions = {}): Promise<RoomServer> {
  const database = options.database ?? (await openTestDatabase(options.kind));
  const env: Env = parseEnv({ NODE_ENV: 'test', ...options.settings });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const events = createEvents({ outbox: createDatabaseOutbox(database.db), log });
  const storage = createDatabaseStorage(database.db);
  const authorise = createAuthorise({ database: database.db, env, secret: testSecret });
  const source = { database: database.db, env, secret: testSecret };
  const rooms = createRooms({
    storage: options.wrap ? options.wrap(storage) : storage,
    authorise: options.wrapAuthorise ? options.wrapAuthorise(authorise) : authorise,
    isAllowedOrigin: (request) => isAllowedOrigin(request, env),
    addressOf: (request) => clientAddress(toHeaderReader(request.headers)),
    limits: { evictAfterMs: 20, upkeepMs: 30, ...options.limits },
    log,
    events,
    ...(options.schema ? { schema: options.schema } : {}),
  });
  const http = createServer((_request, response) => response.writeHead(404).end());
  http.on('upgrade', (request, socket, head) => {
    settleForwarded(request, env.TRUST_PROXY);
    rooms.handleUpgrade(request, socket, head);
  });
  const port = await listen(http);
  // Rooms and people need no exporter.
  const running = { ...source, events, liveMaps: rooms.liveMaps, log, addresses: [] } as unknown as Runtime;
  return {
    running,
    database,
    rooms,
    port,
    logged,
    async stop() {
      await rooms.stop(2_000);
      http.close();
      http.closeAllConnections();
      await events.close();
      if (!options.database) await database.drop();
    },
  };
}

async function listen(http: Server): Promise<number> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A workspace with an owner and a map. */
export async function addScene(server: RoomServer, map: JourneyMap = smallMap()) {
  const owner = await addPerson(server.running, 'Olga');
  const workspaceId = await addWorkspace(server.running, owner);
  const { id: mapId } = await addMap(server.running, workspaceId, map);
  const join = async (role: 'editor' | 'commenter' | 'viewer', name = 'Emil'): Promise<Person> => {
    const person = await addPerson(server.running, name);
    await addMember(server.running, workspaceId, person, role);
    return person;
  };
  return { owner, workspaceId, mapId, join };
}
