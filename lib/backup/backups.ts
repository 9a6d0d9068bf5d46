import type { Logger } from 'pino';
import type { Database } from '@/lib/data/database';
import type { ByteSink } from './archive';
import { type BackupProgress, type BackupResult, writeBackup } from './writeBackup';

/** What is known of a process's backups; for /readyz, /metrics and whoever else looks. */
export type BackupStatus = {
  /** Hours between two scheduled backups; 0 when there are none. */
  everyHours: number;
  isRunning: boolean;
  /** The last scheduled one that is whole, also of an earlier process; its duration is known for this process's own only. */
  lastSuccess: { at: Date; bytes: number; seconds: number | null } | null;
  /** The last scheduled one that failed, if none succeeded afterwards. */
  lastFailure: { at: Date; reason: string } | null;
};

export type BackupRun = {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
};

/** The backups of the running process, one at a time, written gently while people edit. */
export class Backups {
  /** What the schedule knows; it sets this. */
  scheduled: Omit<BackupStatus, 'isRunning'> = { everyHours: 0, lastSuccess: null, lastFailure: null };
  readonly #parts: { database: Database; secret: string | null; log: Logger };
  readonly #stopping = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** `secret`: the generated one, null when it is a setting. */
  constructor(parts: { database: Database; secret: string | null; log: Logger }) {
    this.#parts = parts;
  }

  status(): BackupStatus {
    return { ...this.scheduled, isRunning: this.#waiting > 0 };
  }

  /** Writes one as soon as none is being written. Rejects when `signal` is aborted or `sink` fails. */
  write(sink: ByteSink, { signal, onProgress }: BackupRun = {}): Promise<BackupResult> {
    const { database, secret, log } = this.#parts;
    const signals = [this.#stopping.signal, ...(signal ? [signal] : [])];
    const work = async (): Promise<BackupResult> => {
      const start = performance.now();
      const result = await writeBackup(database, sink, { secret, gentle: true, signal: AbortSignal.any(signals), onProgress });
      log.info({ bytes: result.bytes, ms: Math.round(performance.now() - start) }, 'a backup was written');
      if (result.broken.length > 0) log.error({ broken: result.broken }, 'what was not whole is in the backup as it is');
      return result;
    };
    this.#waiting++;
    const run = this.#queue.then(work).finally(() => {
      this.#waiting--;
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Breaks off what is being written and waits for it. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The server is stopping.'));
    await this.#queue;
  }
}
