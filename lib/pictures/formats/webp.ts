import type { PictureHeader } from '../pictureHeader';

/** A WebP: lossy (VP8), lossless (VP8L) or extended (VP8X), in one RIFF container of a given length. */
export function readWebp(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWhole = view.readUInt32LE(4) + 8 <= view.length;
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1, isWhole };
    case 'VP8L': {
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, isWhole };
    }
    case 'VP8 ':
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff, isWhole };
    default:
      return null;
  }
}
