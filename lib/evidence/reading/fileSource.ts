/**
 * A file, read piece by piece, so that it never has to be in memory as a whole: a `Blob` in the browser, an open file on the server.
 * `read` gives the bytes from `start` up to `end` (exclusive), fewer only at the end of the file.
 */
export type FileSource = {
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
};

/** A file that is in memory already. */
export function sourceOf(bytes: Uint8Array): FileSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

const usualChunk = 256 * 1024;

/** The bytes of a file in order. */
export async function* readChunks(
  source: FileSource,
  chunkBytes = usualChunk,
  start = 0,
  end = source.size,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = start; at < end; ) {
    const chunk = await source.read(at, Math.min(at + chunkBytes, end));
    // A file that became shorter while it was read.
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}
