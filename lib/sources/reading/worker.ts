import { parentPort } from 'node:worker_threads';
import { toSentError } from '@/lib/worker/sentError';
import type { ThreadAnswer, ThreadJob } from '@/lib/worker/threadPool';
import { createReading } from './doReading';
import type { ReadingResult, ReadingWork } from './readingWork';

// The thread that reads files of answers. The process gives it one thing at a time (fileReader.ts).

const doReading = createReading();

parentPort?.on('message', ({ id, work }: ThreadJob<ReadingWork>) => {
  const send = (answer: ThreadAnswer<ReadingResult>) => parentPort?.postMessage(answer);
  doReading(work).then(
    (result) => send({ id, result }),
    (error: unknown) => send({ id, error: toSentError(error) }),
  );
});
