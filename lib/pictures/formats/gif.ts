import type { PictureHeader } from '../pictureHeader';

/** A GIF: the canvas' size, and whether the first frame is all there. Further frames are not looked at. */
export function readGif(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  let at = 13 + colourTable(view.readUInt8(10));
  while (at < view.length) {
    const kind = view.readUInt8(at);
    if (kind === 0x21) {
      at = afterBlocks(view, at + 2);
    } else if (kind === 0x2c) {
      const right = view.readUInt16LE(at + 1) + view.readUInt16LE(at + 5);
      const bottom = view.readUInt16LE(at + 3) + view.readUInt16LE(at + 7);
      const data = at + 10 + colourTable(view.readUInt8(at + 9));
      const end = afterBlocks(view, data + 1);
      // A frame beyond the canvas makes decoders take more memory than the header says.
      return { width: Math.max(size.width, right), height: Math.max(size.height, bottom), isWhole: end <= view.length };
    } else return null;
  }
  return { ...size, isWhole: false };
}

/** Bytes of the colour table that flags announce. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Behind a row of blocks, each led by its length; beyond the end when their end is missing. */
function afterBlocks(view: Buffer, from: number): number {
  let at = from;
  while (at < view.length) {
    const length = view.readUInt8(at);
    at += length + 1;
    if (length === 0) return at;
  }
  return view.length + 1;
}
