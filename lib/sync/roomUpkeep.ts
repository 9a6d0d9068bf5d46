import type { Logger } from 'pino';
import { describeChanges } from '@/lib/document/activity';
import { createMapStore, type MapStore } from '@/lib/document/mapStore';
import { type MapSummary, summarizeMap } from '@/lib/document/summary';
import { listUsedFiles } from '@/lib/document/usedFiles';
import type { Events } from '@/lib/events/events';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { isSameValue } from '@/lib/map/sameValue';
import { ActivityWindow } from './activityWindow';
import type { SyncCounters } from './counters';
import type { SyncLimits } from './limits';
import type { RoomDocument } from './roomDocument';
import type { RoomSaves } from './roomSaves';
import type { SyncStorage } from './storage';

type UpkeepOptions = {
  mapId: string;
  document: RoomDocument;
  saves: RoomSaves;
  storage: SyncStorage;
  limits: SyncLimits;
  log: Logger;
  counters: SyncCounters;
  events: Events | null;
};

/** So long (milliseconds) after it was last needed the map as read is let go. */
const restAfterMs = 30_000;

/**
 * What follows from commits and may lag behind them: the list of maps, the activity list, compaction of the log. None of it is
 * ever in the way of an edit; what fails is logged and done again with the next commit.
 */
export class RoomUpkeep {
  private readonly options: UpkeepOptions;
  private store: MapStore | null = null;
  private activity: ActivityWindow | null = null;
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> = Promise.resolve();
  private restTimer: NodeJS.Timeout | null = null;
  private usedAt = Number.NEGATIVE_INFINITY;
  private isStale = true;
  /** What the list of maps shows, as far as this room has stored it. */
  private projected: MapSummary | null = null;
  /** The files that cards show, as far as this room has stored it. */
  private notedFiles = '';
  private isCompacting = false;

  constructor(options: UpkeepOptions) {
    this.options = options;
  }

  /** Call before an update of this person is taken in. */
  beforeChange(actorId: string): void {
    this.isStale = true;
    this.usedAt = performance.now();
    const read = (): JourneyMap => this.map();
    try {
      this.activity ??= new ActivityWindow(read(), describeChanges);
      this.activity.begin(actorId, read);
    } catch (error) {
      // An edit must not fail because it cannot be described.
      this.options.log.error({ err: error, mapId: this.options.mapId }, 'a change could not be described');
    }
  }

  /** The name that a department has on the map; empty when there is none. */
  departmentName(id: string): string {
    this.usedAt = performance.now();
    const name = this.map().departments.find((department) => department.id === id)?.name ?? '';
    this.rest();
    return name;
  }

  /** Call after a commit. */
  committed(): void {
    const { document, saves, limits } = this.options;
    this.isStale = true;
    this.timer ??= setTimeout(() => void this.run(), limits.upkeepMs);
    const { updates, bytes } = document.logged;
    const isLong = (factor: number): boolean =>
      updates >= factor * limits.compactUpdates || bytes >= factor * limits.compactBytes;
    // Best when nothing waits; in a room that is never quiet, a snapshot that holds a little more than its number says is as good.
    if (isLong(1) && (saves.isQuiet || isLong(2))) void this.compact();
  }

  /** Brings the list of maps up to date now, for whoever looks there next for what they have just written. What fails is done again with the next commit. */
  list(): Promise<void> {
    return this.queue(() => this.project());
  }

  /** Whether something was committed that is still to be listed. */
  get isDue(): boolean {
    return this.timer !== null;
  }

  /** Brings everything up to date now: before the room goes. */
  async finish(): Promise<void> {
    if (this.isStale || this.isDue) await this.run();
    await this.working;
    const { document, limits } = this.options;
    if (document.logged.updates >= limits.compactUpdatesAtEviction) await this.compact();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.restTimer) clearTimeout(this.restTimer);
    this.letGo();
  }

  private map(): JourneyMap {
    this.store ??= createMapStore(this.options.document.doc);
    return this.store.getSnapshot().map;
  }

  private run(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    return this.queue(async () => {
      await this.options.saves.settled();
      this.isStale = false;
      await this.writeActivity();
      await this.project();
      await this.noteFiles();
      this.rest();
    });
  }

  /** Lets go of the map as read, which takes as much memory as the document, when nobody has needed it for a while. */
  private rest(): void {
    if (this.isStale) return;
    if (performance.now() - this.usedAt < restAfterMs) {
      this.restTimer ??= setTimeout(() => {
        this.restTimer = null;
        this.rest();
      }, restAfterMs).unref();
      return;
    }
    this.activity = null;
    this.letGo();
  }

  private letGo(): void {
    this.store?.destroy();
    this.store = null;
  }

  private queue(work: () => Promise<void>): Promise<void> {
    const { mapId, log } = this.options;
    // A defect here must neither end the process nor keep the room from going.
    this.working = this.working.then(work).catch((error) => log.error({ err: error, mapId }, 'upkeep of a map failed'));
    return this.working;
  }

  private async writeActivity(): Promise<void> {
    const { storage, mapId, document, log } = this.options;
    const changes = this.activity?.take(this.map(), document.seq) ?? [];
    if (changes.length === 0) return;
    try {
      await storage.recordActivity(mapId, changes);
    } catch (error) {
      this.activity?.putBack(changes);
      this.isStale = true;
      log.warn({ err: error, mapId }, 'the activity list could not be written');
    }
  }

  private async project(): Promise<void> {
    const { storage, mapId, events, log } = this.options;
    const summary = summarizeMap(this.map());
    // Most edits change nothing that the list shows.
    if (isSameValue(summary, this.projected)) return;
    try {
      const workspaceId = await storage.project(mapId, summary);
      this.projected = summary;
      if (workspaceId !== null) await events?.publish({ kind: 'maps.changed', workspaceId, payload: { mapId } });
    } catch (error) {
      this.isStale = true;
      log.warn({ err: error, mapId }, 'the list of maps could not be brought up to date');
    }
  }

  /** A map that never had a file costs nothing here. */
  private async noteFiles(): Promise<void> {
    const { storage, mapId, log } = this.options;
    const map = this.map();
    if (map.attachments.length === 0) return;
    const used = listUsedFiles(map);
    const noted = used.join();
    // One that shows none any more has to be told from one that was not looked at yet.
    if (`${noted}.` === this.notedFiles) return;
    try {
      await storage.noteFiles(mapId, used);
      this.notedFiles = `${noted}.`;
    } catch (error) {
      this.isStale = true;
      log.warn({ err: error, mapId }, 'the files of a map could not be noted');
    }
  }

  private async compact(): Promise<void> {
    if (this.isCompacting) return;
    this.isCompacting = true;
    const { storage, mapId, document, log, counters } = this.options;
    const { updates, bytes } = document.logged;
    // Counted from now on, whether it works or not: a failed compaction is tried again after as many updates.
    document.logged = { updates: 0, bytes: 0 };
    try {
      await storage.compact(mapId, document.seq, document.state());
      counters.compacted(true);
    } catch (error) {
      counters.compacted(false);
      log.warn({ err: error, mapId, updates, bytes }, 'a log could not be compacted');
    } finally {
      this.isCompacting = false;
    }
  }
}
