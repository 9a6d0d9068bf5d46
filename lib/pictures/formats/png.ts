import type { PictureHeader } from '../pictureHeader';

/** A PNG: its chunks one after the other, from IHDR to IEND. */
export function readPng(bytes: Uint8Array): PictureHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.toString('latin1', 12, 16) !== 'IHDR') return null;
  const size = { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  for (let at = 8; at + 12 <= view.length; ) {
    const next = at + 12 + view.readUInt32BE(at);
    if (view.toString('latin1', at + 4, at + 8) === 'IEND') return { ...size, isWhole: next <= view.length };
    at = next;
  }
  return { ...size, isWhole: false };
}
