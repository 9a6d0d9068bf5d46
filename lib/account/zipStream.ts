import { setImmediate as nextTurn } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. Its content comes piece by piece, when there is room for it. */
export type ArchiveFile = { name: string; content: AsyncIterable<string> | Iterable<string> };

/** Characters compressed at a time: a few milliseconds, so that nobody else in the process waits. */
const pieceLength = 64 * 1024;
const encoder = new TextEncoder();

async function* chunksOf(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array, void, undefined> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const take = (): Uint8Array[] => made.splice(0);
  for await (const { name, content } of files) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    for await (const text of content) {
      for (let start = 0; start < text.length; ) {
        // Never between the halves of one character.
        const splits = /[\ud800-\udbff]/.test(text.charAt(start + pieceLength - 1));
        const end = start + pieceLength - (splits ? 1 : 0);
        entry.push(encoder.encode(text.slice(start, end)));
        start = end;
        yield* take();
        await nextTurn();
      }
    }
    entry.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

/** A ZIP archive that is made while it is sent: no more of it is in memory than a reader has room for. */
export function zipStream(files: AsyncIterable<ArchiveFile>): ReadableStream<Uint8Array> {
  const chunks = chunksOf(files);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}
