import { MessageChannel, Worker } from 'node:worker_threads';
import { requireWorkerFile } from '@/lib/worker/workerFile';
import { PortStream } from './portStream';
import { databaseWorker, type WorkerInput, type WorkerReport, type WorkerRequest } from './protocol';

/** A clean stop takes about 30 ms; one that takes this long (ms) hangs, and is ended: the write-ahead log makes that safe. */
const stopLimit = 10_000;

/** The embedded database, running in its own thread. */
export type DatabaseThread = {
  /** A new session as a byte stream of PostgreSQL's wire protocol. When the thread ends, its streams end with an error. */
  connect(): PortStream;
  /** Closes the database cleanly and waits for the thread. Safe to call twice. */
  stop(): Promise<void>;
};

type ThreadOptions = WorkerInput & {
  workerFile?: string | undefined;
  /** The thread ended though nobody had asked it to. */
  onDeath?: ((error: Error) => void) | undefined;
  /** Something beside the queries went wrong (a checkpoint); the thread goes on. */
  onWarning?: ((message: string) => void) | undefined;
};

/** Runs `initdb` into `dataDir`, which must not exist. Resolves when the thread has ended. Throws with the worker's reason. */
export async function createDataDirectory(options: { dataDir: string; workerFile?: string | undefined }): Promise<void> {
  const { worker, exited } = await start({ ...options, task: 'create' });
  let reason = 'its thread ended without a word';
  let created = false;
  worker.on('message', (message: WorkerReport) => {
    if (message.type === 'created') created = true;
    else if (message.type === 'failed') reason = message.message;
  });
  worker.on('error', (error) => {
    reason = String(error);
  });
  await exited;
  if (!created) throw new Error(reason);
}

/** Starts the thread on an existing data directory and waits until it serves. Throws with the worker's reason. */
export async function startDatabaseThread(options: Omit<ThreadOptions, 'task'>): Promise<DatabaseThread> {
  const { worker, exited } = await start({ ...options, task: 'serve' });
  const streams = new Set<PortStream>();
  let stopping: Promise<void> | undefined;
  let death: Error | undefined;
  let ready = false;

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerReport) => {
      if (message.type === 'ready') {
        ready = true;
        resolve();
      } else if (message.type === 'failed') death = new Error(message.message);
      else if (message.type === 'warning') options.onWarning?.(message.message);
    });
    worker.on('error', (error) => {
      death ??= error instanceof Error ? error : new Error(String(error));
    });
    worker.on('exit', (code) => {
      death ??= new Error(`The thread of the embedded database ended with code ${code}.`);
      for (const stream of streams) stream.destroy(death);
      if (!ready) reject(death);
      else if (!stopping) options.onDeath?.(death);
    });
  });

  async function stop(): Promise<void> {
    if (death) return;
    const timer = setTimeout(() => void worker.terminate(), stopLimit);
    worker.postMessage({ type: 'stop' } satisfies WorkerRequest);
    await exited;
    clearTimeout(timer);
  }

  return {
    connect() {
      const { port1, port2 } = new MessageChannel();
      const stream = new PortStream(port1, () => {
        if (death) throw death;
        worker.postMessage({ type: 'connect', port: port2 } satisfies WorkerRequest, [port2]);
      });
      streams.add(stream);
      stream.once('close', () => streams.delete(stream));
      return stream;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function start(options: ThreadOptions): Promise<{ worker: Worker; exited: Promise<void> }> {
  const file = await requireWorkerFile(databaseWorker, options.workerFile);
  const workerData: WorkerInput = { dataDir: options.dataDir, task: options.task };
  // No flags of the parent: a loader of a development or test run has no business there.
  const worker = new Worker(file, { workerData, name: 'database', execArgv: [] });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return { worker, exited };
}
