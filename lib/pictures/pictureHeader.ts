import { readGif } from './formats/gif';
import { readJpeg } from './formats/jpeg';
import { readPng } from './formats/png';
import { readWebp } from './formats/webp';

/**
 * What is decoded: formats whose header says how many pixels a decoder will make of them. AVIF is none: the size in its container is a claim, and
 * only the decoder finds out the real one, when the memory is taken already.
 */
export const pictureFormats = ['png', 'jpeg', 'webp', 'gif'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What a picture's bytes say of it before anything is decoded. `isWhole`: it ends where it says that it ends. */
export type PictureHeader = { width: number; height: number; isWhole: boolean };

const readers: Record<PictureFormat, (bytes: Uint8Array) => PictureHeader | null> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
  gif: readGif,
};

const starts: Record<PictureFormat, (bytes: Uint8Array) => boolean> = {
  png: (bytes) => begins(bytes, 0, '\u0089PNG\r\n\u001a\n'),
  jpeg: (bytes) => begins(bytes, 0, '\u00ff\u00d8\u00ff'),
  webp: (bytes) => begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP'),
  gif: (bytes) => begins(bytes, 0, 'GIF87a') || begins(bytes, 0, 'GIF89a'),
};

function begins(bytes: Uint8Array, at: number, text: string): boolean {
  return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}

/** What kind of picture the bytes are by their first ones, whatever anybody calls them; null for anything else. */
export function formatOf(bytes: Uint8Array): PictureFormat | null {
  return pictureFormats.find((format) => starts[format](bytes)) ?? null;
}

/** Reads the header of a picture of a format. Null when it has none that makes sense. Never throws, whatever the bytes are. */
export function readPictureHeader(bytes: Uint8Array, format: PictureFormat): PictureHeader | null {
  try {
    const header = readers[format](bytes);
    return header && header.width > 0 && header.height > 0 ? header : null;
  } catch (error) {
    // Beyond the end of the bytes: what should stand there is missing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
