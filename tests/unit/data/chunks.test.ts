import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSize, joinBytes, toBuffer, toChunks } from '@/lib/data/chunks';

describe('chunks', () => {
  it.each([
    [0, 0],
    [1, 1],
    [chunkSize, 1],
    [chunkSize + 1, 2],
    [3 * chunkSize, 3],
  ])('of %i bytes are %i', (size, count) => {
    const chunks = [...toChunks(new Uint8Array(size))];
    expect(chunks.map((chunk) => chunk.index)).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(chunks.every((chunk) => chunk.bytes.length > 0 && chunk.bytes.length <= chunkSize)).toBe(true);
    expect(joinBytes(chunks.map((chunk) => chunk.bytes)).length).toBe(size);
  });

  it('joined give the bytes that were cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 30 })), (parts) => {
        expect([...joinBytes(parts)]).toEqual(parts.flatMap((part) => [...part]));
      }),
    );
  });

  it('become buffers of exactly their bytes, though they are views', () => {
    const view = Uint8Array.from([1, 2, 3, 4, 5]).subarray(1, 3);
    expect([...toBuffer(view)]).toEqual([2, 3]);
  });
});
