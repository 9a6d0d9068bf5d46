import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';

/**
 * Files of answers between their upload and the end of their import. They may hold anything about anybody: only this user may read them, no backup has
 * them, and none stays.
 */
export type Staging = {
  /** Takes a file in. Returns its size. Throws `tooLarge` beyond `limit` bytes; then nothing stays. */
  write(id: string, body: ReadableStream<Uint8Array> | null, limit: number): Promise<number>;
  pathOf(id: string): string;
  has(id: string): Promise<boolean>;
  /** Whether a file came so many milliseconds ago. */
  isOlder(id: string, milliseconds: number): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** The ids of all files that are here. */
  list(): Promise<string[]>;
};

/** Keeps files in `folder`, which is made when the first one comes. */
export function createStaging(folder: string): Staging {
  const pathOf = (id: string): string => path.join(folder, idSchema.parse(id));
  const remove = (id: string): Promise<void> => rm(pathOf(id), { force: true });
  return {
    pathOf,
    remove,
    async write(id, body, limit) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const handle = await open(pathOf(id), 'wx', 0o600);
      let size = 0;
      try {
        // Read by hand: breaking off has to tell the sender, too.
        const reader = body?.getReader();
        for (;;) {
          const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
          if (done) break;
          size += value.byteLength;
          if (size > limit) {
            await reader?.cancel().catch(() => undefined);
            throw new AppError('tooLarge', `The file is larger than ${limit} bytes.`, {
              messageKey: 'answersTooLarge',
              values: { megabytes: Math.round(limit / 1024 / 1024) },
            });
          }
          await handle.writeFile(value);
        }
        await handle.sync();
        return size;
      } catch (error) {
        await remove(id);
        throw error;
      } finally {
        await handle.close();
      }
    },
    async has(id) {
      return stat(pathOf(id)).then(
        (file) => file.isFile(),
        () => false,
      );
    },
    async isOlder(id, milliseconds) {
      return stat(pathOf(id)).then(
        ({ mtimeMs }) => Date.now() - mtimeMs > milliseconds,
        () => false,
      );
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => idSchema.safeParse(name).success);
    },
  };
}
