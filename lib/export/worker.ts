import { parentPort } from 'node:worker_threads';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { encodeVersion } from '@/lib/versions/encodeVersion';
import { replayRestore } from '@/lib/versions/replayRestore';
import { toSentError } from '@/lib/worker/sentError';
import { renderExport } from './renderExport';
import type { WorkerAnswer, WorkerJob } from './workerMessages';

// The thread that makes export files and reads large ones. The process gives it one job at a time (exporter.ts).

parentPort?.on('message', ({ id, work }: WorkerJob) => {
  const send = (answer: WorkerAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(answer, transfer);
  const fail = (error: unknown) => send({ id, error: toSentError(error) });
  if (!('request' in work)) {
    try {
      if ('mapFile' in work) send({ id, result: readMapFile(work.mapFile) });
      else send({ id, result: 'version' in work ? encodeVersion(work.version) : replayRestore(work.restore) });
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
