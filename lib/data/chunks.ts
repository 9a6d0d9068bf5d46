/** Bytes of a chunk of a snapshot or a file: large enough for speed, small enough that writing one stays far below 20 ms. */
export const chunkSize = 256 * 1024;

/** Cuts bytes into chunks (views of the same memory). Nothing gives no chunk. */
export function* toChunks(bytes: Uint8Array): Generator<{ index: number; bytes: Uint8Array }> {
  for (let start = 0, index = 0; start < bytes.length; start += chunkSize, index++) {
    yield { index, bytes: bytes.subarray(start, start + chunkSize) };
  }
}

/** Joins byte arrays into one. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** The bytes as `pg` sends them in binary form: a view of the same memory. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
