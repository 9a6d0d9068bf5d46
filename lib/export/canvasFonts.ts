import { GlobalFonts } from '@napi-rs/canvas';
import type { RunFont } from '@/lib/map/layout/textRuns';
import { emojiFile, fontPath, interFile } from './fontFiles';

const aliases = new Map<string, string>();

/** The family name under which the drawing library knows a run's font; registers the font file the first time. */
export function canvasFamilyOf(font: Exclude<RunFont, { kind: 'missing' }>): string {
  const file = font.kind === 'emoji' ? emojiFile : interFile(font.face, font.subset, 'woff');
  const known = aliases.get(file);
  if (known) return known;
  const alias = `wegmarke-${aliases.size}`;
  if (!GlobalFonts.registerFromPath(fontPath(file), alias)) throw new Error(`The font ${file} could not be read.`);
  aliases.set(file, alias);
  return alias;
}
