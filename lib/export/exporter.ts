import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/errors';
import type { ReadFile } from '@/lib/interchange/readMapFile';
import { requireWorkerFile } from '@/lib/worker/workerFile';
import type { ExportRequest, ExportResult } from './exportRequest';
import { fromSentError, type Work, type WorkerAnswer, type WorkerJob, type WorkResult } from './workerMessages';

export type { ExportRequest, ExportResult } from './exportRequest';

export type Exporter = {
  /**
   * Makes the file in another thread. Throws `tooLarge` when it has too many pixels or takes too long, `tooMany` when too many wait,
   * and a plain Error when the thread dies; the next request gets a fresh one.
   */
  render(request: ExportRequest): Promise<ExportResult>;
  /** Reads the JSON of a map in another thread: a large one would hold up everybody who edits. Throws as `render` does. */
  read(mapFile: string): Promise<ReadFile>;
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

type Waiting = { work: Work; resolve: (result: WorkResult) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; job: (Waiting & { id: number; timer: NodeJS.Timeout }) | null };

const entry = { name: 'export-worker', source: 'lib/export/worker.ts' };
/** A thread whose memory grows beyond this dies alone, without the process. Pixels of pictures lie outside of it. */
const maxHeapMegabytes = 768;

/** What is said of work that took too long, and of too much work. */
const sentencesOf = (work: Work) =>
  'mapFile' in work
    ? ({ timedOut: 'importTimedOut', busy: 'importBusy' } as const)
    : ({ timedOut: 'exportTimedOut', busy: 'exportBusy' } as const);

/** A small pool of threads that make export files and read large ones, so that the thread of the sockets never waits for one. */
export function createExporter(options: ExporterOptions = {}): Exporter {
  const { threads: maxThreads = 2, timeout = 120_000, queue: maxWaiting = 40 } = options;
  const threads = new Set<Thread>();
  const waiting: Waiting[] = [];
  let starting = 0;
  let nextId = 1;
  let closed = false;
  let canStart = true;

  const finish = (thread: Thread, settle: (job: Waiting) => void) => {
    const { job } = thread;
    if (!job) return;
    clearTimeout(job.timer);
    thread.job = null;
    thread.worker.unref();
    settle(job);
  };
  const drop = (thread: Thread, error: Error) => {
    threads.delete(thread);
    finish(thread, (job) => job.reject(error));
    pump();
  };

  const start = async () => {
    const worker = new Worker(await requireWorkerFile(entry, options.workerFile), {
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    });
    const thread: Thread = { worker, job: null };
    worker.unref();
    worker.on('message', (answer: WorkerAnswer) => {
      if (thread.job?.id !== answer.id) return;
      finish(thread, (job) => ('result' in answer ? job.resolve(answer.result) : job.reject(fromSentError(answer.error))));
      pump();
    });
    worker.on('error', (error) => drop(thread, new Error('The export thread failed.', { cause: error })));
    worker.on('exit', () => drop(thread, new Error('The export thread ended.')));
    threads.add(thread);
  };

  const give = (thread: Thread, next: Waiting) => {
    const id = nextId++;
    const timer = setTimeout(() => {
      void thread.worker.terminate();
      drop(
        thread,
        new AppError('tooLarge', `A file took longer than ${timeout} ms.`, { messageKey: sentencesOf(next.work).timedOut }),
      );
    }, timeout);
    thread.job = { ...next, id, timer };
    thread.worker.ref();
    const job: WorkerJob = { id, work: next.work };
    thread.worker.postMessage(job);
  };

  const pump = () => {
    if (closed) return;
    for (const thread of threads) {
      if (thread.job) continue;
      const next = waiting.shift();
      if (!next) return;
      give(thread, next);
    }
    if (waiting.length > starting && threads.size + starting < maxThreads) {
      starting++;
      start()
        .then(
          () => {
            canStart = true;
          },
          (error: unknown) => {
            canStart = false;
            waiting.shift()?.reject(error instanceof Error ? error : new Error(String(error)));
          },
        )
        .finally(() => {
          starting--;
          pump();
        });
    }
  };

  const queue = (work: Work): Promise<WorkResult> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('The exporter is closed.'));
      if (waiting.length >= maxWaiting) {
        return reject(new AppError('tooMany', 'Too many files wait.', { messageKey: sentencesOf(work).busy, retryAfter: 60 }));
      }
      waiting.push({ work, resolve, reject });
      pump();
    });

  return {
    // A thread answers a request with a file, and a file with a map.
    render: (request) => queue({ request }) as Promise<ExportResult>,
    read: (mapFile) => queue({ mapFile }) as Promise<ReadFile>,
    isWell: () => !closed && canStart,
    close: async () => {
      closed = true;
      const error = new Error('The server is stopping.');
      for (const next of waiting.splice(0)) next.reject(error);
      await Promise.all(
        [...threads].map(async (thread) => {
          finish(thread, (job) => job.reject(error));
          await thread.worker.terminate();
        }),
      );
    },
  };
}
