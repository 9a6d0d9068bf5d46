import type { Backups } from '@/lib/backup/backups';
import type { Database } from '@/lib/data/database';
import { countPendingMigrations } from '@/lib/data/migrate';
import { pingDatabase, proveWritable } from '@/lib/data/ping';
import { measureStorage, type StorageSizes } from '@/lib/data/storageSizes';
import type { Exporter } from '@/lib/export/exporter';
import type { Metrics } from '@/lib/metrics/metrics';
import type { Rooms } from '@/lib/sync/rooms';
import type { Door } from './door';
import type { Readiness } from './readiness';

/** Walking through the files of a database takes a moment, and they grow slowly. */
const sizesHoldMs = 30_000;
/** Another process may bring a shared database to a newer form; that happens once in months. */
const migrationsHoldMs = 30_000;

type Parts = {
  database: Database;
  dataDirectory: string;
  rooms: Pick<Rooms, 'status'>;
  exporter: Pick<Exporter, 'isWell'>;
  door: Door;
  backups: Pick<Backups, 'status'>;
};

/** The same answer for so long (ms), so that whoever asks often does not make work. A failure is not kept. */
function held<T>(forMs: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; value: Promise<T> } | null = null;
  return () => {
    const now = performance.now();
    if (last && now - last.at < forMs) return last.value;
    const value = ask();
    last = { at: now, value };
    value.catch(() => {
      last = null;
    });
    return value;
  };
}

/** Says what /readyz checks and what /metrics looks at. */
export function watch(
  readiness: Readiness,
  metrics: Metrics,
  { database, dataDirectory, rooms, exporter, door, backups }: Parts,
): void {
  const hasMigrations = held(migrationsHoldMs, async () => (await countPendingMigrations(database.pool)) === 0);
  readiness.add('database', () => pingDatabase(database));
  readiness.add('migrations', hasMigrations);
  // One map that cannot be saved is no reason to send everybody away: only a database that takes nothing at all is.
  readiness.add('saving', () => rooms.status().unsaved.failingMaps === 0 || proveWritable(database));
  readiness.add('exports', () => exporter.isWell());
  const sizes = held(sizesHoldMs, () => measureStorage(database, dataDirectory));
  const unknown: StorageSizes = { database: null, writeAheadLog: null, freeSpace: null };
  metrics.watch({
    rooms: () => rooms.status(),
    eventStreams: () => door.countStreams(),
    pool: () => ({
      total: database.pool.totalCount,
      idle: database.pool.idleCount,
      waiting: database.pool.waitingCount,
    }),
    storage: () => sizes().catch(() => unknown),
    backups: () => backups.status(),
    isReady: async () => (await readiness.judge()).status === 'ready',
  });
}
