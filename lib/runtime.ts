import type { Logger } from 'pino';
import type { Backups } from './backup/backups';
import type { Database } from './data/database';
import type { Env } from './env';
import type { Events } from './events/events';
import type { Exporter } from './export/exporter';
import type { Metrics } from './metrics/metrics';
import type { PictureMaker } from './pictures/pictureMaker';
import type { Imports } from './sources/importRunner';
import type { LiveMaps } from './sync/liveMaps';

/** What one server process holds. `server.ts` makes it; route handlers, bundled apart from it, find it on `globalThis`. */
export type Runtime = {
  env: Env;
  /** Signs sessions and join links: NEXTAUTH_SECRET, or the one generated into the data directory. */
  secret: string;
  database: Database;
  events: Events;
  liveMaps: LiveMaps;
  exporter: Exporter;
  pictures: PictureMaker;
  metrics: Metrics;
  backups: Backups;
  /** Files of answers that come in. */
  imports: Imports;
  log: Logger;
  /** Addresses under which browsers reach this server, the best one for a join link first. */
  addresses: string[];
};

const key = Symbol.for('wegmarke.runtime');
type Holder = { [key]?: Runtime };

/** Called once by the server process (and by tests). */
export function setRuntime(runtime: Runtime): void {
  (globalThis as Holder)[key] = runtime;
}

/** The running process's parts. Throws outside a running server, for example while Next builds. */
export function runtime(): Runtime {
  const found = (globalThis as Holder)[key];
  if (!found) throw new Error('The server is not running: no runtime was set.');
  return found;
}
