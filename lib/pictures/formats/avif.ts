import type { PictureHeader } from '../pictureHeader';

type Found = { width: number; height: number; hasData: boolean };

/** Boxes that hold boxes, on the way to the sizes; `meta` has four bytes before them. */
const containers: Record<string, number> = { meta: 4, iprp: 0, ipco: 0, moov: 0, trak: 0, mdia: 0, minf: 0, stbl: 0 };

/** An AVIF: the largest of the sizes that it names counts, for a decoder may have to make any of them. */
export function readAvif(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Found = { width: 0, height: 0, hasData: false };
  const end = walk(view, 0, view.length, found, 0);
  const { width, height, hasData } = found;
  return width > 0 ? { width, height, isWhole: hasData && end === view.length } : null;
}

/** Goes through the boxes of a stretch. Returns where the last of them ends, by its own word. */
function walk(view: Buffer, from: number, to: number, found: Found, depth: number): number {
  let at = from;
  while (at + 8 <= to) {
    const short = view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    const head = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(view.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < head) return -1;
    const end = at + length;
    if (type === 'mdat') found.hasData = true;
    if (type === 'ispe') {
      found.width = Math.max(found.width, view.readUInt32BE(at + head + 4));
      found.height = Math.max(found.height, view.readUInt32BE(at + head + 8));
    }
    const skip = containers[type];
    if (skip !== undefined && depth < 8) walk(view, at + head + skip, Math.min(end, to), found, depth + 1);
    at = end;
  }
  return at;
}
