import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import { ensureSetupCode } from '@/lib/auth/setup';
import { openDatabase } from '@/lib/data/openDatabase';
import type { Env } from '@/lib/env';
import { createDatabaseOutbox } from '@/lib/events/databaseOutbox';
import { createEvents } from '@/lib/events/events';
import { createExporter } from '@/lib/export/exporter';
import { setRuntime } from '@/lib/runtime';
import { listAddresses } from './addresses';
import { toAnnouncement, toProgressLine } from './announcement';
import type { Closers } from './closers';
import { startControl } from './control';
import { prepareDataDirectory } from './dataDirectory';
import { startHousekeeping } from './housekeeping';
import { createHttpServer, listen, requireListenable } from './httpServer';
import type { OpenPages } from './pages';
import { requireSecret } from './secret';
import { createSyncRooms } from './syncRooms';

/** How long (milliseconds) a stopping server tries to save what is not saved yet. */
const saveDeadline = 10_000;

export type ServerParts = {
  env: Env;
  log: Logger;
  /** Gets everything that was opened, in order. Close it also when this throws. */
  closers: Closers;
  openPages: OpenPages;
  /** For the person at the terminal. */
  print: (text: string) => void;
};

/** Opens the parts in order, hands them to pages and routes through the runtime, and listens. Throws `StartError` and `DatabaseError`. */
export async function startServer({ env, log, closers, openPages, print }: ServerParts): Promise<void> {
  // First of all: a port in use must not leave a fresh database behind.
  await requireListenable(env.HOST, env.PORT);
  const dataDirectory = await prepareDataDirectory(env.DATA_DIR);
  const secret = await requireSecret(dataDirectory, env.NEXTAUTH_SECRET);
  const database = await openDatabase({
    env,
    dataDir: dataDirectory,
    log,
    onProgress: (progress) => print(toProgressLine(progress) ?? ''),
    onDeath(err) {
      log.fatal({ err }, 'the database ended by itself, so the server ends too; what was confirmed as saved is saved');
      process.exit(1);
    },
  });
  closers.add('database', () => database.close());

  const dev = env.NODE_ENV === 'development';
  const pages = await openPages({ dev, directory: process.cwd(), host: env.HOST, port: env.PORT });
  closers.add('pages', () => pages.close());
  // On a server database other processes may write to the outbox, too; the embedded one has only us.
  const events = createEvents({ outbox: createDatabaseOutbox(database), log, pollMs: database.kind === 'server' ? 1_000 : null });
  closers.add('events', () => events.close());
  closers.add('housekeeping', startHousekeeping(database, env, log));
  const exporter = createExporter();
  closers.add('exporter', () => exporter.close());
  const rooms = createSyncRooms({ source: { database, env, secret }, events, log });
  const http = createHttpServer({ ...pages, rooms, trustProxy: env.TRUST_PROXY, log });
  closers.add('connections', () => http.closeAllConnections());
  closers.add('rooms', async () => {
    const unsaved = await rooms.stop(saveDeadline);
    if (unsaved > 0) throw new Error(`${unsaved} maps could not be saved; people's browsers keep what was not confirmed`);
  });

  const setupCode = await ensureSetupCode(database);
  const port = await listen(http, env.HOST, env.PORT);
  closers.add('http', () => {
    http.close();
  });
  const addresses = listAddresses(env, port, networkInterfaces());
  setRuntime({ env, secret, database, events, liveMaps: rooms.liveMaps, exporter, log, addresses });
  const control = await startControl({ database, env, addresses, log }, dataDirectory);
  closers.add('control', () => control.close());
  print(toAnnouncement({ env, addresses, dataDirectory, setupCode }));
}
