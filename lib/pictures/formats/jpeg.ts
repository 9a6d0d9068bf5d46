import type { PictureHeader } from '../pictureHeader';

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** SOF0 … SOF15 hold the size; DHT, JPG and DAC are numbered among them and do not. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Within a scan: an escaped 0xff, or a restart. */
const isData = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

/** A JPEG: its segments, and the scans between them, to the end marker. One within a preview in the metadata does not count. */
export function readJpeg(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 1 < view.length; ) {
    if (view[at] !== 0xff) return size && { ...size, isWhole: false };
    const marker = view[at + 1] ?? 0;
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return size && { ...size, isWhole: true };
    if (isFrame(marker)) {
      const frame = { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
      // More than one frame makes a picture that is larger than either says.
      if (size) return null;
      size = frame;
    }
    at += 2 + view.readUInt16BE(at + 2);
    if (marker === startOfScan) at = endOfScan(view, at);
  }
  return size && { ...size, isWhole: false };
}

function endOfScan(view: Buffer, from: number): number {
  for (let at = view.indexOf(0xff, from); at >= 0; at = view.indexOf(0xff, at + 1)) {
    const marker = view[at + 1];
    if (marker !== undefined && marker !== 0xff && !isData(marker)) return at;
  }
  return view.length;
}
