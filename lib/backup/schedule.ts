import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { intoBackupFile, makeBackupFolder, reasonOf, unfinished } from './backupFile';
import type { Backups } from './backups';

const hour = 60 * 60_000;
/** How often (ms) to look whether a backup is due; the first look comes when the rush of the start is over. */
const lookEvery = 60_000;
/** After a failure it is tried again after this time (ms). */
const retryAfter = hour;

export type ScheduleOptions = {
  backups: Backups;
  folder: string;
  everyHours: number;
  /** How many of its backups are kept. */
  keep: number;
  log: Logger;
  /** Whether there is anything to keep yet. */
  isWorthwhile: () => Promise<boolean>;
  now?: () => Date;
};

/** A scheduled backup's name sorts by its time. */
const namePattern = /^wegmarke-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar$/;
const toName = (at: Date): string => `wegmarke-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`;

type Found = { name: string; at: Date };

/**
 * Writes a backup into the folder every so many hours, counted from the newest one there, and removes its own oldest ones. Files of
 * other names are left alone.
 */
export class BackupSchedule {
  readonly #options: ScheduleOptions;
  readonly #now: () => Date;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #notBefore = 0;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    options.backups.scheduled = { everyHours: options.everyHours, lastSuccess: null, lastFailure: null };
  }

  start(): void {
    if (this.#options.everyHours === 0) return;
    this.#timer = setInterval(() => void this.look(), lookEvery).unref();
  }

  /** Stops looking and waits for a look under way; end `backups` before, so that it does not take long. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#look;
  }

  /** Reads what there is, without writing: for the status from the beginning on. */
  async recall(): Promise<void> {
    const { backups, folder } = this.#options;
    const newest = (await this.#list()).findLast(({ at }) => at <= this.#now());
    const size = newest ? (await stat(path.join(folder, newest.name))).size : 0;
    if (newest) backups.scheduled = { ...backups.scheduled, lastSuccess: { at: newest.at, bytes: size, seconds: null } };
  }

  /** Writes a backup if one is due. Never rejects. */
  look(): Promise<void> {
    this.#look = this.#look.then(() => this.#writeIfDue());
    return this.#look;
  }

  async #writeIfDue(): Promise<void> {
    const { backups, folder, everyHours, log, isWorthwhile } = this.#options;
    const at = this.#now();
    const last = backups.scheduled.lastSuccess?.at.getTime() ?? 0;
    if (everyHours === 0 || at.getTime() < Math.max(last + everyHours * hour, this.#notBefore)) return;
    try {
      if (!(await isWorthwhile())) return;
      await makeBackupFolder(folder);
      await this.#removeUnfinished();
      const start = performance.now();
      const { bytes } = await intoBackupFile(path.join(folder, toName(at)), {}, (sink) => backups.write(sink));
      const seconds = (performance.now() - start) / 1000;
      backups.scheduled = { everyHours, lastSuccess: { at, bytes, seconds }, lastFailure: null };
    } catch (error) {
      this.#notBefore = at.getTime() + retryAfter;
      backups.scheduled = { ...backups.scheduled, lastFailure: { at, reason: reasonOf(error) } };
      log.error({ err: error }, 'the scheduled backup failed; it is tried again in an hour');
      return;
    }
    await this.#removeOld().catch((error) => log.warn({ err: error }, 'old backups could not be removed'));
  }

  /** Its own backups in the folder, oldest first. */
  async #list(): Promise<Found[]> {
    const { folder } = this.#options;
    if (!existsSync(folder)) return [];
    const names = (await readdir(folder)).filter((name) => namePattern.test(name)).sort();
    return names.map((name) => ({ name, at: new Date(name.replace(namePattern, '$1T$2:$3:$4Z')) }));
  }

  /** What a crash left behind. */
  async #removeUnfinished(): Promise<void> {
    const { folder } = this.#options;
    for (const name of await readdir(folder)) {
      const whole = name.slice(0, -unfinished('').length);
      if (name === unfinished(whole) && namePattern.test(whole)) await rm(path.join(folder, name), { force: true });
    }
  }

  async #removeOld(): Promise<void> {
    const { folder, keep } = this.#options;
    for (const { name } of (await this.#list()).slice(0, -keep)) await rm(path.join(folder, name), { force: true });
  }
}
