import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontFace, faceStyles } from '@/lib/map/layout/textStyles';

const resolve = createRequire(import.meta.url).resolve;
const files = new Map<string, Buffer>();

/** Path of a file of one of the shipped font packages. */
export function fontPath(name: string): string {
  return resolve(name);
}

/** Bytes of a file of the font packages, read once. */
export function readFontFile(name: string): Buffer {
  const known = files.get(name);
  if (known) return known;
  const bytes = readFileSync(fontPath(name));
  files.set(name, bytes);
  return bytes;
}

/** Name of the file that holds a subset of Inter in a face. */
export function interFile(face: FontFace, subset: string, format: 'woff' | 'woff2'): string {
  const { weight, italic } = faceStyles[face];
  return `@fontsource/inter/files/inter-${subset}-${weight}-${italic ? 'italic' : 'normal'}.${format}`;
}

/** The one file with every emoji, for pictures that draw the glyphs themselves. */
export const emojiFile = '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff';
