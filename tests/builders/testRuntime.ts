import { pino } from 'pino';
import { Backups } from '@/lib/backup/backups';
import { type Env, parseEnv } from '@/lib/env';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import type { LiveEvent } from '@/lib/events/event';
import { createEvents } from '@/lib/events/events';
import type { Exporter } from '@/lib/export/exporter';
import { createMetrics } from '@/lib/metrics/metrics';
import type { PictureMaker } from '@/lib/pictures/pictureMaker';
import { type Runtime, setRuntime } from '@/lib/runtime';
import { createSyncRooms } from '@/lib/server/syncRooms';
import { stagingFolder, startImports } from '@/lib/sources/importRunner';
import type { Rooms } from '@/lib/sync/rooms';
import { encodeVersion } from '@/lib/versions/encodeVersion';
import { replayRestore } from '@/lib/versions/replayRestore';
import { type DatabaseKind, openTestDatabase, type TestDatabase } from './database';

export const testSecret = 'a secret of thirty-two characters, at least';

/** A running server without its HTTP part: route handlers are called with requests and find these parts. */
export type TestRuntime = {
  running: Runtime;
  database: TestDatabase;
  rooms: Rooms;
  /** What was told since the start. */
  told: LiveEvent[];
  /** What was logged, one JSON line each. */
  logged: string[];
  stop(): Promise<void>;
};

/** Exports have tests of their own. */
const noExporter: Exporter = {
  render: () => Promise.reject(new Error('This test runtime has no exporter.')),
  read: () => Promise.reject(new Error('This test runtime has no exporter.')),
  // As the thread does it.
  encodeVersion: async (updates) => encodeVersion(updates),
  replayRestore: async (restore) => replayRestore(restore),
  isWell: () => true,
  close: () => Promise.resolve(),
};

/** So have pictures. */
const noPictures: PictureMaker = {
  make: () => Promise.reject(new Error('This test runtime makes no pictures.')),
  close: () => Promise.resolve(),
};

/** Starts the parts on a fresh database, and makes them the ones that runtime() returns. */
export async function startTestRuntime(settings: Record<string, string> = {}, kind?: DatabaseKind): Promise<TestRuntime> {
  const database = await openTestDatabase(kind);
  const env: Env = parseEnv({ NODE_ENV: 'test', ...settings });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const events = createEvents({ outbox: createDatabaseOutbox(database.db), log });
  const told: LiveEvent[] = [];
  events.subscribe(
    () => true,
    (event) => told.push(event),
  );
  const rooms = createSyncRooms({ source: { database: database.db, env, secret: testSecret }, events, log });
  const imports = startImports({ database: database.db, events, log }, stagingFolder(database.dataDir));
  const running: Runtime = {
    env,
    secret: testSecret,
    database: database.db,
    events,
    liveMaps: rooms.liveMaps,
    exporter: noExporter,
    pictures: noPictures,
    metrics: createMetrics(),
    imports,
    backups: new Backups({ database: database.db, secret: testSecret, log }),
    log,
    addresses: ['http://192.168.1.20:3000'],
  };
  setRuntime(running);
  return {
    running,
    database,
    rooms,
    told,
    logged,
    async stop() {
      await rooms.stop(5_000);
      await imports.close();
      await events.close();
      await database.drop();
    },
  };
}
