import { AppError } from '@/lib/errors';
import type { InspectedFile, InspectionChoices, RefusedFile } from '@/lib/evidence/reading/inspection';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import { createThreadPool } from '@/lib/worker/threadPool';
import type { ReadingResult, ReadingWork, ReadRows } from './readingWork';

/** Reads files of answers in another thread. Throws `tooMany` when too much waits, `tooLarge` for a file that takes too long. */
export type FileReader = {
  /** Finds out how a file can be read. */
  inspect(path: string, choices: InspectionChoices): Promise<InspectedFile | RefusedFile>;
  /** The first rows of a file. */
  preview(path: string, plan: ReadingPlan, most: number): Promise<ReadRows>;
  /** The next rows of the file that is being imported, from the one with this number on. */
  read(path: string, plan: ReadingPlan, from: number, most: number): Promise<ReadRows>;
  /** Says that a file is not read on. */
  release(path: string): Promise<void>;
  close(): Promise<void>;
};

export type FileReaderOptions = { timeout?: number; workerFile?: string };

/**
 * Two threads: one for the file that is being imported, one for those that people look at meanwhile, so that neither waits for the other nor loses
 * its place.
 */
export function createFileReader({ timeout = 120_000, workerFile }: FileReaderOptions = {}): FileReader {
  const startPool = () =>
    createThreadPool<ReadingWork, ReadingResult>({
      entry: { name: 'reading-worker', source: 'lib/sources/reading/worker.ts' },
      workerFile,
      what: 'Reading a file',
      threads: 1,
      timeout,
      queue: 20,
      maxHeapMegabytes: 512,
      onTimeout: () => new AppError('tooLarge', `A file took longer than ${timeout} ms.`, { messageKey: 'answersTimedOut' }),
      onBusy: () => new AppError('tooMany', 'Too many files wait.', { messageKey: 'answersBusy', retryAfter: 30 }),
    });
  const [importing, looking] = [startPool(), startPool()];

  async function readRows(pool: typeof importing, work: ReadingWork): Promise<ReadRows> {
    const result = await pool.run(work);
    if (result.kind !== 'rows') throw new Error('The thread answered something else.');
    return result;
  }

  return {
    async inspect(path, choices) {
      const result = await looking.run({ kind: 'inspect', path, choices });
      if (result.kind !== 'inspected') throw new Error('The thread answered something else.');
      return result.file;
    },
    async preview(path, plan, most) {
      const rows = await readRows(looking, { kind: 'read', path, plan, from: 0, most });
      await looking.run({ kind: 'close', path });
      return rows;
    },
    read: (path, plan, from, most) => readRows(importing, { kind: 'read', path, plan, from, most }),
    async release(path) {
      await importing.run({ kind: 'close', path });
    },
    async close() {
      await Promise.all([importing.close(), looking.close()]);
    },
  };
}
