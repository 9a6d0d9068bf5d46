import { parentPort } from 'node:worker_threads';
import { renderExport } from './renderExport';
import { toSentError, type WorkerAnswer, type WorkerJob } from './workerMessages';

// The thread that makes export files. The process gives it one job at a time (exporter.ts).

parentPort?.on('message', (job: WorkerJob) => {
  const send = (answer: WorkerAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(answer, transfer);
  renderExport(job.request).then(
    (result) => {
      // A copy of its own, since Node's small buffers share memory, which must not be moved to another thread.
      const bytes = new Uint8Array(result.bytes);
      send({ id: job.id, result: { ...result, bytes } }, [bytes.buffer]);
    },
    (error: unknown) => send({ id: job.id, error: toSentError(error) }),
  );
});
