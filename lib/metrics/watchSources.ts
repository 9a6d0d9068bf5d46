import { Gauge, type Registry } from 'prom-client';
import type { BackupStatus } from '@/lib/backup/backups';
import type { StorageSizes } from '@/lib/data/storageSizes';
import type { RoomsStatus } from '@/lib/sync/roomsStatus';

/** What is not counted as it happens but looked at when somebody asks. */
export type MetricSources = {
  rooms: () => RoomsStatus;
  eventStreams: () => number;
  pool: () => { total: number; idle: number; waiting: number };
  storage: () => Promise<StorageSizes>;
  backups: () => BackupStatus;
  isReady: () => Promise<boolean>;
};

/** Gauges that ask at each scrape. */
export function watchSources(registry: Registry, sources: MetricSources): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    fill: (self: Gauge<Label>) => Promise<void> | void,
  ): void => {
    new Gauge({
      name: `wegmarke_${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        await fill(this as Gauge<Label>);
      },
    });
  };

  gauge('ready', '1 while /readyz says that the server is ready.', [], async (self) =>
    self.set((await sources.isReady()) ? 1 : 0),
  );
  gauge('sync_rooms', 'Maps in memory.', [], (self) => self.set(sources.rooms().rooms));
  gauge('sync_connections', 'Live connections to maps, by role and kind of person.', ['role', 'kind'], (self) => {
    for (const { role, kind, count } of sources.rooms().connections) self.set({ role, kind }, count);
  });
  gauge('sync_unsaved_updates', 'Edits in memory that are not on disk yet.', [], (self) =>
    self.set(sources.rooms().unsaved.updates),
  );
  gauge('sync_unsaved_bytes', 'Bytes of edits in memory that are not on disk yet.', [], (self) =>
    self.set(sources.rooms().unsaved.bytes),
  );
  gauge('sync_failing_maps', 'Maps whose edits could not be saved at the last attempt.', [], (self) =>
    self.set(sources.rooms().unsaved.failingMaps),
  );
  gauge('event_streams', 'Open streams of events to browsers.', [], (self) => self.set(sources.eventStreams()));
  gauge('database_sessions', 'Sessions with the database, by state; "waiting" are requests for one.', ['state'], (self) => {
    const { total, idle, waiting } = sources.pool();
    self.set({ state: 'busy' }, total - idle);
    self.set({ state: 'idle' }, idle);
    self.set({ state: 'waiting' }, waiting);
  });
  gauge(
    'storage_bytes',
    'Bytes on disk: the database, and the write-ahead log in it (embedded database).',
    ['part'],
    async (self) => {
      const { database, writeAheadLog } = await sources.storage();
      if (database !== null) self.set({ part: 'database' }, database);
      if (writeAheadLog !== null) self.set({ part: 'write_ahead_log' }, writeAheadLog);
    },
  );
  gauge('backup_interval_seconds', 'Time between two scheduled backups; 0: none are.', [], (self) =>
    self.set(sources.backups().everyHours * 3600),
  );
  gauge('backup_last_success_timestamp_seconds', 'When the last scheduled backup was written (Unix time).', [], (self) => {
    const { lastSuccess } = sources.backups();
    if (lastSuccess) self.set(lastSuccess.at.getTime() / 1000);
  });
  gauge('backup_last_size_bytes', 'Size of the last scheduled backup.', [], (self) => {
    const { lastSuccess } = sources.backups();
    if (lastSuccess) self.set(lastSuccess.bytes);
  });
  gauge('backup_last_duration_seconds', 'How long the last scheduled backup took, if this process wrote it.', [], (self) => {
    const { lastSuccess } = sources.backups();
    if (lastSuccess && lastSuccess.seconds !== null) self.set(lastSuccess.seconds);
  });
  gauge('backup_failing', '1 while the last scheduled backup failed.', [], (self) =>
    self.set(sources.backups().lastFailure ? 1 : 0),
  );
  gauge('storage_free_bytes', 'Bytes that are free where the data directory lies.', [], async (self) => {
    const { freeSpace } = await sources.storage();
    if (freeSpace !== null) self.set(freeSpace);
  });
}
