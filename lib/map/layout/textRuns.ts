import { advanceOf, glyphSourceOf, graphemesOf, simple, unitsOf } from './fontMetrics';
import { subsetNames, tableOf, unitsPerEm } from './fontTables';
import { arrows, emojiFor } from './substitutes';
import { type FontFace, textStyles } from './textStyles';
import type { TextStyleName } from './types';

/** Which font draws a run: a file of Inter, Inter with its joined arrows, the emoji font, or none. */
export type RunFont =
  | { kind: 'text' | 'arrow'; face: FontFace; subset: string }
  | { kind: 'emoji' }
  /** No shipped font has it: a box of the run's width stands for it. */
  | { kind: 'missing' };

export type TextRun = {
  /** What to draw with the font; for an arrow the letters that join to it. */
  text: string;
  /** What the person wrote. */
  source: string;
  font: RunFont;
  /** Left edge from the start of the line, and advance, in pixels. */
  x: number;
  width: number;
};

const key = (font: RunFont): string => ('subset' in font ? `${font.kind} ${font.subset}` : font.kind);

function fontOf(grapheme: string, face: FontFace): RunFont | null {
  const source = glyphSourceOf(grapheme);
  if (source === 'blank') return null;
  if (source === 'emoji' || source === 'missing') return { kind: source };
  const glyph = source === 'arrow' ? undefined : tableOf(face).glyphs.get(grapheme.normalize('NFC').codePointAt(0) ?? 0);
  return { kind: source, face, subset: subsetNames[glyph?.subset ?? 0] ?? 'latin' };
}

function drawnAs(grapheme: string, font: RunFont): string {
  if (font.kind === 'arrow') return arrows.get(grapheme)?.letters ?? grapheme;
  if (font.kind === 'emoji') return emojiFor.get(grapheme) ?? grapheme;
  return font.kind === 'text' ? grapheme.normalize('NFC') : grapheme;
}

/** Splits a line into runs of one font each, placed exactly as `measureText` measured them. */
export function toTextRuns(text: string, style: TextStyleName): TextRun[] {
  const { face, size } = textStyles[style];
  const toPixels = size / unitsPerEm;
  const runs: TextRun[] = [];
  let units = 0;
  for (const grapheme of simple.test(text) ? text : graphemesOf(text)) {
    const font = fontOf(grapheme, face);
    if (!font) {
      units += advanceOf(grapheme, face);
      continue;
    }
    const last = runs.at(-1);
    const joins =
      last !== undefined &&
      font.kind === 'text' &&
      key(last.font) === key(font) &&
      last.x + last.width >= units * toPixels - 1e-6;
    if (last && joins) {
      last.text += drawnAs(grapheme, font);
      last.source += grapheme;
      const width = unitsOf(last.text, face);
      last.width = width * toPixels;
      units = last.x / toPixels + width;
    } else {
      const width = advanceOf(grapheme, face);
      runs.push({ text: drawnAs(grapheme, font), source: grapheme, font, x: units * toPixels, width: width * toPixels });
      units += width;
    }
  }
  return runs;
}
