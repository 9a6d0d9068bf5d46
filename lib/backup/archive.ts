import { createHash } from 'node:crypto';
import { pack } from 'tar-stream';
import { blockSize, checksumName } from './format';

/** Takes the next bytes of a file and resolves when it can take more. */
export type ByteSink = (bytes: Buffer) => Promise<void>;

export type ArchivePart = { name: string; size: number; sha256: string };

/** One entry of a tar file: header, content, filled up to whole blocks. The same name, content and time give the same bytes. */
export async function toTarEntry(name: string, content: Buffer, mtime: Date): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name, mode: 0o600, mtime }, content);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk);
  return Buffer.concat(chunks).subarray(0, -endOfTar.length);
}

/** The end of every backup: the checksum of all before it. Given that, each of its bytes is known. */
export async function toTrailer(sha256: string): Promise<Buffer> {
  return Buffer.concat([await toTarEntry(checksumName, Buffer.from(`${sha256}\n`), new Date(0)), endOfTar]);
}

const endOfTar = Buffer.alloc(2 * blockSize);

/** Writes a tar file entry by entry, each as a whole, and remembers their checksums. */
export class ArchiveWriter {
  readonly parts: ArchivePart[] = [];
  /** Bytes written so far. */
  size = 0;
  readonly #sink: ByteSink;
  readonly #mtime: Date;
  readonly #hash = createHash('sha256');

  constructor(sink: ByteSink, mtime: Date) {
    this.#sink = sink;
    this.#mtime = mtime;
  }

  async add(name: string, content: Buffer): Promise<void> {
    const entry = await toTarEntry(name, content, this.#mtime);
    this.parts.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    this.#hash.update(entry);
    await this.#write(entry);
  }

  /** Writes the end. Nothing can be added afterwards. */
  async finish(): Promise<void> {
    await this.#write(await toTrailer(this.#hash.digest('hex')));
  }

  async #write(bytes: Buffer): Promise<void> {
    this.size += bytes.length;
    await this.#sink(bytes);
  }
}
