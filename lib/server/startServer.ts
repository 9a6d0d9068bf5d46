import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import { ensureSetupCode } from '@/lib/auth/setup';
import { openDatabase } from '@/lib/data/openDatabase';
import { findRestoreId } from '@/lib/data/restored';
import type { Env } from '@/lib/env';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import { createEvents } from '@/lib/events/events';
import { createExporter } from '@/lib/export/exporter';
import { createMetrics } from '@/lib/metrics/metrics';
import { createPictureMaker } from '@/lib/pictures/pictureMaker';
import { setRuntime } from '@/lib/runtime';
import { stagingFolder, startImports } from '@/lib/sources/importRunner';
import { VersionKeeper } from '@/lib/versions/versionKeeper';
import { listAddresses } from './addresses';
import { toAnnouncement, toProgressLine } from './announcement';
import { startBackups } from './backups';
import type { Closers } from './closers';
import { startControl } from './control';
import { prepareDataDirectory } from './dataDirectory';
import { Door } from './door';
import { startHousekeeping } from './housekeeping';
import { createHttpServer, listen } from './httpServer';
import type { OpenPages } from './pages';
import { createProbes } from './probes';
import { Readiness } from './readiness';
import { requireSecret, settleSecret } from './secret';
import { createSyncRooms } from './syncRooms';
import { watch } from './watch';

/** How long (milliseconds) a stopping server tries to save what is not saved yet. */
const saveDeadline = 10_000;
/** How long (milliseconds) it lets requests finish that it has begun to answer. */
const requestDeadline = 5_000;

export type ServerParts = {
  env: Env;
  log: Logger;
  /** Gets everything that was opened, in order. Close it also when this throws. */
  closers: Closers;
  openPages: OpenPages;
  /** For the person at the terminal. */
  print: (text: string) => void;
};

/**
 * Listens, opens the parts in order, hands them to pages and routes through the runtime, and opens the door. Until then, and again while it
 * stops, everybody is told to come back soon. Throws `StartError` and `DatabaseError`.
 */
export async function startServer({ env, log, closers, openPages, print }: ServerParts): Promise<void> {
  const metrics = createMetrics({ process: true });
  const readiness = new Readiness();
  const door = new Door();
  const probeOf = createProbes({ readiness, metrics, settings: env });
  const http = createHttpServer({ door, probeOf, counters: metrics.http, trustProxy: env.TRUST_PROXY, log });
  // First of all: a port in use must not leave a fresh database behind. It is the last to go, too.
  const port = await listen(http, env.HOST, env.PORT);
  closers.add('http', () => {
    http.close();
    http.closeAllConnections();
  });
  const dataDirectory = await prepareDataDirectory(env.DATA_DIR);
  const database = await openDatabase({
    env,
    dataDir: dataDirectory,
    exclusive: true,
    log,
    onProgress: (progress) => print(toProgressLine(progress) ?? ''),
    onDeath(err) {
      log.fatal({ err }, 'this process has lost the database and ends; what was confirmed as saved is saved');
      process.exit(1);
    },
  });
  closers.add('database', () => database.close());
  await settleSecret(dataDirectory, await findRestoreId(database.pool));
  const secret = await requireSecret(dataDirectory, env.NEXTAUTH_SECRET);

  const dev = env.NODE_ENV === 'development';
  const pages = await openPages({ dev, directory: process.cwd(), host: env.HOST, port });
  closers.add('pages', () => pages.close());
  // On a server database other processes may write to the outbox, too; the embedded one has only us.
  const events = createEvents({ outbox: createDatabaseOutbox(database), log, pollMs: database.kind === 'server' ? 1_000 : null });
  closers.add('events', () => events.close());
  const backups = await startBackups({ database, env, secret, log, dataDirectory });
  closers.add('backups', () => backups.close());
  const imports = startImports({ database, events, log }, stagingFolder(dataDirectory));
  closers.add('imports', () => imports.close());
  const exporter = metrics.exports.observe(createExporter());
  closers.add('exporter', () => exporter.close());
  closers.add('housekeeping', startHousekeeping({ db: database, env, events, exporter, log, counters: metrics.jobs }));
  const pictures = createPictureMaker();
  closers.add('pictures', () => pictures.close());
  const rooms = createSyncRooms({ source: { database, env, secret }, events, log, counters: metrics.sync });
  closers.add('connections', () => http.closeAllConnections());
  closers.add('rooms', async () => {
    const unsaved = await rooms.stop(saveDeadline);
    if (unsaved > 0) throw new Error(`${unsaved} maps could not be saved; people's browsers keep what was not confirmed`);
  });
  const { liveMaps } = rooms;
  const versions = new VersionKeeper({ database, events, exporter, imports, liveMaps, log });
  versions.start();
  closers.add('versions', () => versions.close());

  const setupCode = await ensureSetupCode(database);
  const addresses = listAddresses(env, port, networkInterfaces());
  setRuntime({
    env,
    secret,
    database,
    events,
    liveMaps,
    exporter,
    pictures,
    backups: backups.backups,
    imports,
    metrics,
    log,
    addresses,
  });
  const control = await startControl({ database, env, addresses, backups: backups.backups, events, log }, dataDirectory);
  closers.add('control', () => control.close());
  watch(readiness, metrics, { database, dataDirectory, rooms, exporter, door, backups: backups.backups });
  door.open({ ...pages, rooms });
  readiness.started();
  closers.add('door', () => {
    readiness.stopping();
    return door.close(requestDeadline);
  });
  print(toAnnouncement({ env, addresses, dataDirectory, setupCode }));
}
