import { AppError } from '@/lib/errors';
import { createThreadPool } from '@/lib/worker/threadPool';
import { type MadePictures, maxPicturePixels, maxPictureSide, type PictureWork } from './picture';
import { type PictureFormat, readPictureHeader } from './pictureHeader';

export type PictureMaker = {
  /**
   * Makes what is stored of a picture, in another thread. Its header is judged first: a small file can stand for any number of pixels. Throws
   * `invalid` for one that is broken or not whole, `tooLarge` for one with too many pixels or that takes too long, `tooMany`.
   */
  make(bytes: Uint8Array, format: PictureFormat): Promise<MadePictures>;
  close(): Promise<void>;
};

export type PictureMakerOptions = { timeout?: number; queue?: number; workerFile?: string };

/** One thread: each picture may take some hundred megabytes while it is decoded. */
export function createPictureMaker({ timeout = 20_000, queue = 40, workerFile }: PictureMakerOptions = {}): PictureMaker {
  const pool = createThreadPool<PictureWork, MadePictures>({
    entry: { name: 'picture-worker', source: 'lib/pictures/worker.ts' },
    workerFile,
    what: 'Making a picture',
    threads: 1,
    ...{ timeout, queue },
    maxHeapMegabytes: 256,
    onTimeout: () => new AppError('tooLarge', `A picture took longer than ${timeout} ms.`, { messageKey: 'pictureTimedOut' }),
    onBusy: () => new AppError('tooMany', 'Too many pictures wait.', { messageKey: 'pictureBusy', retryAfter: 30 }),
  });
  return {
    async make(bytes, format) {
      const header = readPictureHeader(bytes, format);
      if (!header?.isWhole) throw new AppError('invalid', 'The picture is not whole.', { messageKey: 'pictureBroken' });
      const { width, height } = header;
      if (width * height > maxPicturePixels || Math.max(width, height) > maxPictureSide) {
        throw new AppError('tooLarge', `The picture has ${width} × ${height} pixels.`, {
          messageKey: 'pictureTooManyPixels',
          values: { width, height, megapixels: Math.floor(maxPicturePixels / 1_000_000) },
        });
      }
      return pool.run({ bytes, format, width, height });
    },
    close: pool.close,
  };
}
