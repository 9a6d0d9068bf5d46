import { parentPort } from 'node:worker_threads';
import { toSentError } from '@/lib/worker/sentError';
import type { ThreadAnswer, ThreadJob } from '@/lib/worker/threadPool';
import { makePictures } from './makePictures';
import type { MadePicture, MadePictures, PictureWork } from './picture';

// The thread that decodes and encodes pictures. The process gives it one at a time (pictureMaker.ts).

/** A copy of its own, since Node's small buffers share memory, which must not be moved to another thread. */
const own = (picture: MadePicture): MadePicture & { bytes: Uint8Array<ArrayBuffer> } => ({
  ...picture,
  bytes: new Uint8Array(picture.bytes),
});

parentPort?.on('message', ({ id, work }: ThreadJob<PictureWork>) => {
  const send = (answer: ThreadAnswer<MadePictures>, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(answer, transfer);
  makePictures(work).then(
    (made) => {
      const [large, small] = [own(made.large), own(made.small)];
      send({ id, result: { large, small } }, [large.bytes.buffer, small.bytes.buffer]);
    },
    (error: unknown) => send({ id, error: toSentError(error) }),
  );
});
