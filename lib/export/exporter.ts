import type { RestoredFrom } from '@/lib/document/restore/undoRestore';
import { AppError } from '@/lib/errors';
import type { ReadFile } from '@/lib/interchange/readMapFile';
import type { EncodedVersion } from '@/lib/versions/encodeVersion';
import type { PastRestore } from '@/lib/versions/replayRestore';
import { createThreadPool } from '@/lib/worker/threadPool';
import type { ExportRequest, ExportResult } from './exportRequest';
import type { Work, WorkResult } from './workerMessages';

export type { ExportRequest, ExportResult } from './exportRequest';

export type Exporter = {
  /**
   * Makes the file in another thread. Throws `tooLarge` when it has too many pixels or takes too long, `tooMany` when too many wait,
   * and a plain Error when the thread dies; the next request gets a fresh one.
   */
  render(request: ExportRequest): Promise<ExportResult>;
  /** Reads the JSON of a map in another thread: a large one would hold up everybody who edits. Throws as `render` does. */
  read(mapFile: string): Promise<ReadFile>;
  /** Makes what is stored as a version of a document, given as the updates that make it, in another thread. Throws as `render` does. */
  encodeVersion(updates: readonly Uint8Array[]): Promise<EncodedVersion>;
  /** What a map said before and after a restore, in another thread. Throws as `render` does. */
  replayRestore(restore: PastRestore): Promise<RestoredFrom>;
  /** False once it is closed, and while no thread can be started. */
  isWell(): boolean;
  /** Stops the threads; what is being made or waits is refused. */
  close(): Promise<void>;
};

export type ExporterOptions = {
  /** Threads, each started when it is first needed. */
  threads?: number;
  /** Milliseconds that one file may take. */
  timeout?: number;
  /** Requests that may wait. */
  queue?: number;
  /** The built worker, when it does not lie beside the running bundle. */
  workerFile?: string;
};

/** What is said of work that took too long, and of too much work. */
const sentencesOf = (work: Work) =>
  'mapFile' in work
    ? ({ timedOut: 'importTimedOut', busy: 'importBusy' } as const)
    : ({ timedOut: 'exportTimedOut', busy: 'exportBusy' } as const);

/** A small pool of threads that make export files and read large ones, so that the thread of the sockets never waits for one. */
export function createExporter(options: ExporterOptions = {}): Exporter {
  const { threads = 2, timeout = 120_000, queue = 40, workerFile } = options;
  const pool = createThreadPool<Work, WorkResult>({
    entry: { name: 'export-worker', source: 'lib/export/worker.ts' },
    workerFile,
    what: 'The export',
    ...{ threads, timeout, queue },
    maxHeapMegabytes: 768,
    onTimeout: (work) =>
      new AppError('tooLarge', `A file took longer than ${timeout} ms.`, { messageKey: sentencesOf(work).timedOut }),
    onBusy: (work) => new AppError('tooMany', 'Too many files wait.', { messageKey: sentencesOf(work).busy, retryAfter: 60 }),
  });
  return {
    // A thread answers a request with a file, a file with a map, and a document with a version.
    render: (request) => pool.run({ request }) as Promise<ExportResult>,
    read: (mapFile) => pool.run({ mapFile }) as Promise<ReadFile>,
    encodeVersion: (version) => pool.run({ version }) as Promise<EncodedVersion>,
    replayRestore: (restore) => pool.run({ restore }) as Promise<RestoredFrom>,
    isWell: pool.isWell,
    close: pool.close,
  };
}
