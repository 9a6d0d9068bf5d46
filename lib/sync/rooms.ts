import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Events } from '@/lib/events/events';
import { AccessWatch } from './accessWatch';
import type { Authorise } from './admission';
import type { Connection } from './connection';
import { noCounters, type SyncCounters } from './counters';
import { currentSchema, type DocumentSchema } from './documentSchema';
import { Journal } from './journal';
import { defaultLimits, type SyncLimits } from './limits';
import type { LiveMaps } from './liveMaps';
import { createLiveMaps } from './roomLiveMaps';
import { RoomRegistry } from './roomRegistry';
import type { RoomsStatus } from './roomsStatus';
import type { SyncStorage } from './storage';
import { UpgradeGate } from './upgrade';

export type RoomsOptions = {
  storage: SyncStorage;
  authorise: Authorise;
  /** Whether the page that asks is our own; a request without an Origin only with a bearer token. */
  isAllowedOrigin: (request: IncomingMessage) => boolean;
  /** The client's address, for counting only. */
  addressOf: (request: IncomingMessage) => string;
  log: Logger;
  counters?: SyncCounters;
  limits?: Partial<SyncLimits>;
  /** Milliseconds, never going back. */
  now?: () => number;
  /** The form that documents have in this release; only tests name another. */
  schema?: DocumentSchema;
  /** Access changes come in here, and changes of the list of maps go out. */
  events?: Events;
};

export type Rooms = {
  /** Answers an upgrade request for a path under `/sync/`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  liveMaps: LiveMaps;
  /** How many maps are in memory, and how many connections there are. */
  count(): { rooms: number; connections: number };
  status(): RoomsStatus;
  /**
   * Sends everybody away with "back soon", saves what is not saved, and waits for it, at most `deadlineMs`. Returns how many maps could not
   * be saved in that time.
   */
  stop(deadlineMs: number): Promise<number>;
};

/** The room server: every map that somebody has open. What it promises stands in RULES.md. */
export function createRooms(options: RoomsOptions): Rooms {
  const { storage, authorise, log, events } = options;
  const limits: SyncLimits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? (() => performance.now());
  const counters = options.counters ?? noCounters;
  const journal = new Journal({ append: (batch) => storage.append(batch), limits, log, counters, now });
  const schema = options.schema ?? currentSchema;
  const registry = new RoomRegistry({ storage, journal, limits, log, counters, schema, events: events ?? null });
  const watch = new AccessWatch({ authorise, registry, events: events ?? null, limits, log, now });
  const gate = new UpgradeGate({
    ...{ authorise, limits, log, counters, now },
    isAllowedOrigin: options.isAllowedOrigin,
    addressOf: options.addressOf,
    accessGeneration: () => watch.generation,
    onConnection: (connection: Connection) => {
      void registry.join(connection).then(() => watch.joined(connection));
    },
  });
  const beat = setInterval(() => {
    for (const connection of registry.listConnections()) connection.check();
  }, Math.min(limits.livenessMs, limits.keepAliveMs) / 4);
  beat.unref();

  return {
    handleUpgrade(request, socket, head) {
      void gate.handle(request, socket, head);
    },
    liveMaps: createLiveMaps(registry, { storage, limits, schema }),
    count: () => registry.count(),
    status: () => ({ ...registry.describe(), unsaved: journal.unsaved() }),
    async stop(deadlineMs) {
      gate.close();
      watch.close();
      clearInterval(beat);
      const unsaved = await registry.stop(deadlineMs);
      journal.close();
      return unsaved;
    },
  };
}
