import type { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '@/lib/errors';
import { createThreadPool } from '@/lib/worker/threadPool';

/** Threads that end only when the test says so: a real one that is decoding goes on until that is done, whatever it was told. */
const { workers, FakeWorker } = await vi.hoisted(async () => {
  const events = await import('node:events');
  const made: InstanceType<typeof Fake>[] = [];
  class Fake extends (events.EventEmitter as typeof EventEmitter) {
    jobs: { id: number; work: string }[] = [];
    isTold = false;
    constructor() {
      super();
      made.push(this);
    }
    ref(): void {}
    unref(): void {}
    postMessage(job: { id: number; work: string }): void {
      this.jobs.push(job);
      if (job.work === 'fine') queueMicrotask(() => this.emit('message', { id: job.id, result: 'done' }));
    }
    terminate(): Promise<void> {
      this.isTold = true;
      return new Promise((resolve) => this.once('exit', () => resolve()));
    }
  }
  return { workers: made, FakeWorker: Fake };
});
vi.mock('node:worker_threads', () => ({ Worker: FakeWorker }));

const makePool = (timeout = 20) =>
  createThreadPool<string, string>({
    entry: { name: 'fake', source: 'fake.ts' },
    workerFile: '/fake.mjs',
    what: 'The work',
    threads: 1,
    timeout,
    queue: 5,
    maxHeapMegabytes: 64,
    onTimeout: () => new AppError('tooLarge', 'Too long.'),
    onBusy: () => new AppError('tooMany', 'Too much.'),
  });

beforeEach(() => {
  workers.length = 0;
});

describe('a thread that is to end', () => {
  test('after its time keeps its place until it is gone', async () => {
    const pool = makePool();
    const lost = pool.run('slow');
    const kept = pool.run('fine');
    await expect(lost).rejects.toMatchObject({ code: 'tooLarge' });
    // Another event of the loop, in which a next thread would be started.
    await new Promise(setImmediate);
    expect(workers.map(({ isTold }) => isTold)).toEqual([true]);

    workers[0]?.emit('exit', 1);
    await expect(kept).resolves.toBe('done');
    expect(workers).toHaveLength(2);
    expect(workers[0]?.jobs.map(({ work }) => work)).toEqual(['slow']);
  });

  test('after an error gets no more work', async () => {
    const pool = makePool(10_000);
    const lost = pool.run('slow');
    const kept = pool.run('fine');
    await vi.waitFor(() => expect(workers[0]?.jobs).toHaveLength(1));
    workers[0]?.emit('error', new Error('broken'));
    await expect(lost).rejects.toThrow('its thread failed');
    await new Promise(setImmediate);
    expect(workers).toHaveLength(1);
    workers[0]?.emit('exit', 1);
    await expect(kept).resolves.toBe('done');
  });

  test('is waited for when all is closed', async () => {
    const pool = makePool();
    await expect(pool.run('slow')).rejects.toMatchObject({ code: 'tooLarge' });
    const isClosed = vi.fn();
    const closing = pool.close().then(isClosed);
    await new Promise(setImmediate);
    expect(isClosed).not.toHaveBeenCalled();
    workers[0]?.emit('exit', 1);
    await closing;
  });
});
