import { Inflate } from 'fflate';
import { type FileSource, readChunks } from '../fileSource';
import { Refusal } from '../readingProblem';
import type { ZipEntry } from './zipDirectory';

/**
 * Counts the bytes that were really inflated from an archive. What the archive says of its sizes is not believed: an archive of some
 * kilobytes can hold gigabytes.
 */
export class InflationBudget {
  readonly #max: number;
  #used = 0;

  constructor(max: number) {
    this.#max = max;
  }

  spend(bytes: number): void {
    this.#used += bytes;
    if (this.#used > this.#max) throw tooFar(this.#max);
  }
}

export const tooFar = (maxBytes: number): Refusal =>
  new Refusal('file.inflatesTooFar', { megabytes: Math.max(1, Math.round(maxBytes / 1_000_000)) });

/** A thousandfold of it, which is as far as deflate goes, is still little. */
const deflatedChunk = 16 * 1024;

/** The bytes of a file in an archive, piece by piece. */
export async function* inflateEntry(
  source: FileSource,
  entry: ZipEntry,
  budget: InflationBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted) throw new Refusal('file.encrypted');
  const start = await dataStart(source, entry);
  if (entry.method === 0) {
    for await (const chunk of readChunks(source, undefined, start, start + entry.size)) {
      budget.spend(chunk.length);
      yield chunk;
    }
    return;
  }
  if (entry.method !== 8) throw new Refusal('file.damaged');
  let pieces: Uint8Array[] = [];
  let isWhole = false;
  let size = 0;
  const inflate = new Inflate((piece, isLast) => {
    size += piece.length;
    budget.spend(piece.length);
    pieces.push(piece);
    isWhole ||= isLast;
  });
  const end = start + entry.size;
  let at = start;
  for await (const chunk of readChunks(source, deflatedChunk, start, end)) {
    at += chunk.length;
    pushTo(inflate, chunk, at >= end);
    yield* pieces;
    pieces = [];
  }
  if (!isWhole || size !== entry.inflatedSize) throw new Refusal('file.damaged');
}

function pushTo(inflate: Inflate, chunk: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(chunk, isLast);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('file.damaged');
  }
}

/** The data begin behind the entry's own header, which repeats its name and has extra fields of its own. */
async function dataStart(source: FileSource, { start }: ZipEntry): Promise<number> {
  const bytes = await source.read(start, start + 30);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw new Refusal('file.damaged');
  return start + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}
