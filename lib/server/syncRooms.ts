import type { Logger } from 'pino';
import type { ActorSource } from '@/lib/auth/findActor';
import type { Env } from '@/lib/env';
import type { Events } from '@/lib/events/events';
import { clientAddress } from '@/lib/http/forwarded';
import { toHeaderReader } from '@/lib/http/incoming';
import type { SyncCounters } from '@/lib/sync/counters';
import { createDatabaseStorage } from '@/lib/sync/databaseStorage';
import type { SyncLimits } from '@/lib/sync/limits';
import { createRooms, type Rooms } from '@/lib/sync/rooms';
import type { SyncStorage } from '@/lib/sync/storage';
import { createAuthorise } from './authoriseSync';
import { isAllowedOrigin } from './syncOrigin';

type Parts = { source: ActorSource; events: Events; log: Logger; counters?: SyncCounters };

/** The limits that are settings. */
export function syncLimitsOf(env: Env): Partial<SyncLimits> {
  return {
    frameBytes: env.MAX_FRAME_MB,
    documentBytes: env.MAX_DOCUMENT_MB,
    // People are told when a map is full. What several of them add at the same moment or offline must not be lost for it.
    cards: env.MAX_CARDS_PER_MAP * 2,
    connectionsPerAddress: env.MAX_CONNECTIONS_PER_ADDRESS,
    // All of them may come back a few times in a minute, as they do when the server starts anew.
    attemptsPerAddress: env.MAX_CONNECTIONS_PER_ADDRESS * 15,
  };
}

/** The rooms as the product runs them: real accounts, the product's database. Tests narrow limits and wrap the storage. */
export function createSyncRooms(
  { source, events, log, counters }: Parts,
  options: { limits?: Partial<SyncLimits>; wrap?: (storage: SyncStorage) => SyncStorage } = {},
): Rooms {
  const { env, database } = source;
  const storage = createDatabaseStorage(database);
  return createRooms({
    storage: options.wrap ? options.wrap(storage) : storage,
    authorise: createAuthorise(source),
    isAllowedOrigin: (request) => isAllowedOrigin(request, env),
    addressOf: (request) => clientAddress(toHeaderReader(request.headers)),
    limits: { ...syncLimitsOf(env), ...options.limits },
    log,
    events,
    ...(counters ? { counters } : {}),
  });
}
