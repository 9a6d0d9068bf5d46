import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { type ArchivePart, toTarEntry, toTrailer } from './archive';
import { reasonOf } from './backupFile';
import { BackupError, blockSize, headerName, trailerSize } from './format';

/** An entry of the file, with where it lies in it. */
export type ReadPart = ArchivePart & { start: number; end: number };
export type ArchiveEntry = { part: ReadPart; content: Buffer };

/** A backup's file, open for reading. */
export class ArchiveReader {
  readonly file: string;
  readonly size: number;
  /** The checksum of everything before it, as the file's end states it. */
  readonly closingChecksum: string;
  readonly #handle: FileHandle;

  private constructor(found: { file: string; size: number; closingChecksum: string; handle: FileHandle }) {
    this.file = found.file;
    this.size = found.size;
    this.closingChecksum = found.closingChecksum;
    this.#handle = found.handle;
  }

  /** Throws `BackupError` when the file cannot be read, is something else, or lacks its end. */
  static async open(file: string): Promise<ArchiveReader> {
    const handle = await open(file, 'r').catch((cause) => {
      throw new BackupError(`${file} cannot be read: ${whyUnreadable(file, cause)}.`, { cause });
    });
    try {
      const { size } = await handle.stat();
      const beginning = await read(handle, 0, headerName.length);
      if (beginning.toString('latin1') !== headerName) {
        throw new BackupError(`${file} is not a backup, or its beginning is damaged.`);
      }
      const trailer = await read(handle, Math.max(0, size - trailerSize), trailerSize);
      const closingChecksum = trailer.toString('latin1', blockSize, blockSize + 64);
      if (size % blockSize !== 0 || !trailer.equals(await toTrailer(closingChecksum))) {
        throw new BackupError(`${file} is cut off or damaged at its end: after ${bytes(size)} there is no closing checksum.`);
      }
      return new ArchiveReader({ file, size, closingChecksum, handle });
    } catch (error) {
      await handle.close();
      if (error instanceof BackupError) throw error;
      throw new BackupError(`${file} cannot be read: ${reasonOf(error)}.`, { cause: error });
    }
  }

  /**
   * Its entries in order, without the closing checksum. Throws `BackupError` that says where the file stops to be what was written:
   * from its name, time and content each byte of an entry is known.
   */
  async *entries(onBytes: (bytes: Buffer) => void = () => {}): AsyncGenerator<ArchiveEntry, void, undefined> {
    const limit = this.size - trailerSize;
    let last = '';
    for (let start = 0; start < limit; ) {
      const header = await read(this.#handle, start, blockSize);
      const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
      const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
      const time = Number.parseInt(header.toString('latin1', 136, 148), 8);
      const end = start + blockSize + Math.ceil(size / blockSize) * blockSize;
      const damaged = (): BackupError => {
        const place = last === '' ? 'at its beginning' : `after the part ${last}`;
        return new BackupError(`${this.file} is damaged ${place}, at byte ${start.toLocaleString('en')}.`);
      };
      if (!/^[\w./-]+$/.test(name) || !(end <= limit) || !Number.isFinite(time)) throw damaged();
      const entry = await read(this.#handle, start, end - start);
      const content = entry.subarray(blockSize, blockSize + size);
      if (!entry.equals(await toTarEntry(name, content, new Date(time * 1000)))) throw damaged();
      onBytes(entry);
      const sha256 = createHash('sha256').update(content).digest('hex');
      yield { part: { name, size, sha256, start, end }, content };
      last = name;
      start = end;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

const bytes = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'byte' : 'bytes'}`;

/** Fewer bytes than asked for only at the end of the file. */
async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The reason as the end of a sentence. */
function whyUnreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return code === 'ENOENT' && existsSync(path.dirname(file)) ? 'there is no such file' : reasonOf(error);
}
