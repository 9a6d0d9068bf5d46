import { Worker } from 'node:worker_threads';
import type { AppError } from '@/lib/errors';
import { fromSentError, type SentError } from './sentError';
import { requireWorkerFile, type WorkerEntry } from './workerFile';

/** What a thread is told to do, and what it answers. It does one job at a time. */
export type ThreadJob<Work> = { id: number; work: Work };
export type ThreadAnswer<Result> = { id: number } & ({ result: Result } | { error: SentError });

/** A few threads, each started when it is first needed, that do work one piece at a time. */
export type ThreadPool<Work, Result> = {
  /** Throws what the thread threw, what `onTimeout` and `onBusy` say, and a plain Error when the thread dies; the next work gets a fresh one, once that one is gone. */
  run(work: Work): Promise<Result>;
  /** False once it is closed, and while no thread can be started. */
  isWell(): boolean;
  /** Stops the threads; what is being done or waits is refused. */
  close(): Promise<void>;
};

export type ThreadPoolOptions<Work> = {
  entry: WorkerEntry;
  /** The built worker, when it does not lie beside the running bundle. */
  workerFile?: string | undefined;
  /** Starts sentences about it in the log: “The export”. */
  what: string;
  threads: number;
  /** Milliseconds that one piece of work may take. */
  timeout: number;
  /** Pieces of work that may wait. */
  queue: number;
  /** A thread whose memory grows beyond this dies alone, without the process. Pixels of pictures lie outside of it. */
  maxHeapMegabytes: number;
  onTimeout(work: Work): AppError;
  onBusy(work: Work): AppError;
  /** Memory of the work that the thread may have for itself. */
  transfer?(work: Work): ArrayBuffer[];
};

type Waiting<Work, Result> = { work: Work; resolve: (result: Result) => void; reject: (error: Error) => void };
type Thread<Work, Result> = {
  worker: Worker;
  job: (Waiting<Work, Result> & { id: number; timer: NodeJS.Timeout }) | null;
  /** It gets no more work, and keeps its place until it is gone: what it is decoding may hold memory and a core for long after its end was asked for. */
  isEnding: boolean;
};

/** Makes a pool. Nothing is started before there is work. */
export function createThreadPool<Work, Result>(options: ThreadPoolOptions<Work>): ThreadPool<Work, Result> {
  const { what } = options;
  const threads = new Set<Thread<Work, Result>>();
  const waiting: Waiting<Work, Result>[] = [];
  let starting = 0;
  let nextId = 1;
  let closed = false;
  let canStart = true;

  const finish = (thread: Thread<Work, Result>, settle: (job: Waiting<Work, Result>) => void) => {
    const { job } = thread;
    if (!job) return;
    clearTimeout(job.timer);
    thread.job = null;
    thread.worker.unref();
    settle(job);
  };
  const giveUp = (thread: Thread<Work, Result>, error: Error) => {
    thread.isEnding = true;
    finish(thread, (job) => job.reject(error));
  };

  const start = async () => {
    const worker = new Worker(await requireWorkerFile(options.entry, options.workerFile), {
      resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMegabytes },
    });
    const thread: Thread<Work, Result> = { worker, job: null, isEnding: false };
    worker.unref();
    worker.on('message', (answer: ThreadAnswer<Result>) => {
      if (thread.job?.id !== answer.id) return;
      finish(thread, (job) => ('result' in answer ? job.resolve(answer.result) : job.reject(fromSentError(answer.error, what))));
      pump();
    });
    worker.on('error', (error) => giveUp(thread, new Error(`${what}: its thread failed.`, { cause: error })));
    worker.on('exit', () => {
      giveUp(thread, new Error(`${what}: its thread ended.`));
      threads.delete(thread);
      pump();
    });
    threads.add(thread);
  };

  const give = (thread: Thread<Work, Result>, next: Waiting<Work, Result>) => {
    const id = nextId++;
    const timer = setTimeout(() => {
      giveUp(thread, options.onTimeout(next.work));
      void thread.worker.terminate();
    }, options.timeout);
    thread.job = { ...next, id, timer };
    thread.worker.ref();
    const job: ThreadJob<Work> = { id, work: next.work };
    thread.worker.postMessage(job, options.transfer?.(next.work) ?? []);
  };

  const pump = () => {
    if (closed) return;
    for (const thread of threads) {
      if (thread.job || thread.isEnding) continue;
      const next = waiting.shift();
      if (!next) return;
      give(thread, next);
    }
    if (waiting.length > starting && threads.size + starting < options.threads) {
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

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error(`${what}: it is closed.`));
        if (waiting.length >= options.queue) return reject(options.onBusy(work));
        waiting.push({ work, resolve, reject });
        pump();
      }),
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
