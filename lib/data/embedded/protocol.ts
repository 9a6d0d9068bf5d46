import type { MessagePort } from 'node:worker_threads';

/** What the worker is started with. */
export type WorkerInput = {
  /** PostgreSQL's data directory: absolute. */
  dataDir: string;
  /** `create` makes a new data directory there and ends; `serve` opens an existing one. */
  task: 'create' | 'serve';
};

/** Main thread → worker. `connect` opens a session whose PostgreSQL wire protocol runs over the port. */
export type WorkerRequest = { type: 'connect'; port: MessagePort } | { type: 'stop' };

/** Worker → main thread. `failed` comes before the worker ends by itself; after a `warning` it goes on. */
export type WorkerReport =
  | { type: 'ready' }
  | { type: 'created' }
  | { type: 'failed'; message: string }
  | { type: 'warning'; message: string };

/** The name of the built worker and its source. */
export const databaseWorker = { name: 'database-worker', source: 'lib/data/embedded/worker.ts' };
