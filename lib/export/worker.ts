import { parentPort } from 'node:worker_threads';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { toSentError } from '@/lib/worker/sentError';
import { renderExport } from './renderExport';
import type { WorkerAnswer, WorkerJob } from './workerMessages';

// The thread that makes export files and reads large ones. The process gives it one job at a time (exporter.ts).

parentPort?.on('message', ({ id, work }: WorkerJob) => {
  const send = (answer: WorkerAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(answer, transfer);
  const fail = (error: unknown) => send({ id, error: toSentError(error) });
  if ('mapFile' in work) {
    try {
      send({ id, result: readMapFile(work.mapFile) });
    } catch (error) {
      fail(error);
    }
    return;
  }
  renderExport(work.request).then((result) => {
    // A copy of its own, since Node's small buffers share memory, which must not be moved to another thread.
    const bytes = new Uint8Array(result.bytes);
    send({ id, result: { ...result, bytes } }, [bytes.buffer]);
  }, fail);
});
