import type { Database } from '@/lib/data/database';
import { findMap } from '@/lib/data/maps';
import { listMapsDueForVersion, listMapsToThin, listThinnable, removeVersions } from '@/lib/data/versionUpkeep';
import type { Runtime } from '@/lib/runtime';
import { keepVersion } from './saveVersion';
import { allFor, thinVersions } from './thinVersions';

const minute = 60_000;
/** How often it is looked whether a map is due. */
const lookEvery = minute;
/** A map that nobody changed for so long is quiet. */
const quietFor = 5 * minute;
/** A map that is changed all the while gets a version after so long. */
const longest = 60 * minute;
/** A map of which no version could be made is left alone for so long. */
const restAfterFailure = 60 * minute;

type Running = Pick<Runtime, 'database' | 'events' | 'exporter' | 'imports' | 'liveMaps' | 'log'>;

/** Removes the versions of a map that age has made superfluous. Returns how many went. */
export async function thinMap(db: Database, mapId: string, now = new Date()): Promise<number> {
  const undoableSince = new Date(now.getTime() - allFor);
  const superfluous = thinVersions(await listThinnable(db, mapId, undoableSince), now);
  return removeVersions(
    db,
    superfluous.map(({ id }) => id),
    undoableSince,
  );
}

/** The same for all maps. `isOver`: asked between two of them. */
export async function thinAllVersions(
  { database, events }: Pick<Runtime, 'database' | 'events'>,
  { now = new Date(), isOver = () => false }: { now?: Date; isOver?: () => boolean } = {},
): Promise<number> {
  let removed = 0;
  for (const mapId of await listMapsToThin(database, new Date(now.getTime() - allFor))) {
    if (isOver()) break;
    const gone = await thinMap(database, mapId, now);
    removed += gone;
    if (gone > 0) await events.publish({ kind: 'versions.changed', mapId });
  }
  return removed;
}

/** Keeps versions of maps at quiet moments after changes, one map at a time. It looks into the database, so that a crash forgets none. */
export class VersionKeeper {
  private readonly running: Running;
  private readonly failedAt = new Map<string, number>();
  private working: Promise<void> = Promise.resolve();
  private isOver = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(running: Running) {
    this.running = running;
  }

  start(): void {
    this.timer = setInterval(() => void this.look(), lookEvery).unref();
  }

  /** Keeps a version of each map that is due. */
  look(now = new Date()): Promise<void> {
    const { log } = this.running;
    this.working = this.working
      .then(() => this.keepDue(now))
      .catch((err) => log.warn({ err }, 'maps could not be looked through for versions'));
    return this.working;
  }

  private async keepDue(now: Date): Promise<void> {
    const { database, liveMaps, log } = this.running;
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    for (const [mapId, at] of this.failedAt) if (now.getTime() - at > restAfterFailure) this.failedAt.delete(mapId);
    const when = { quietSince: ago(quietFor), longSince: ago(longest), except: [...this.failedAt.keys()] };
    for (const mapId of this.isOver ? [] : await listMapsDueForVersion(database, when)) {
      if (this.isOver) return;
      try {
        const map = await findMap(database, mapId);
        if (!map) continue;
        const at = await liveMaps.readUpdates(mapId);
        await keepVersion(this.running, map, { kind: 'automatic', actorId: 'system' }, at, { unlessSame: true });
      } catch (err) {
        this.failedAt.set(mapId, now.getTime());
        log.warn({ err, mapId }, 'no version of a map could be kept');
      }
    }
  }

  /** Begins nothing more, and waits for what is under way. */
  async close(): Promise<void> {
    this.isOver = true;
    if (this.timer) clearInterval(this.timer);
    await this.working;
  }
}
