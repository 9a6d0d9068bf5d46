import { emojiPoints, emojiWidth, type Glyph, tableOf, unitsPerEm } from './fontTables';
import { arrows, emojiFor } from './substitutes';
import { type FontFace, textStyles } from './textStyles';
import type { Measure, TextStyleName } from './types';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as readers see them (grapheme clusters): `é`, `👩‍💻` and `🇩🇪` are one each. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (segment) => segment.segment);
}

/** Zero-width characters: joiners, variation selectors, soft hyphen, direction marks, byte-order mark. */
const invisible = /^(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])$/u;
const combining = /^\p{M}$/u;
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]$/u;

/** Which shipped font draws a grapheme: a text face, its arrows, the emoji font, none at all (`missing`), or nothing to draw (`blank`). */
export type GlyphSource = 'text' | 'arrow' | 'emoji' | 'missing' | 'blank';

/** Which shipped font draws a grapheme. `©` is text, `©` followed by the emoji selector is an emoji. */
export function glyphSourceOf(grapheme: string): GlyphSource {
  const first = grapheme.codePointAt(0) ?? 0;
  if (first < 0x20 || (first >= 0x7f && first < 0xa0)) return 'blank';
  if (arrows.has(grapheme)) return 'arrow';
  if (emojiFor.has(grapheme)) return 'emoji';
  const table = tableOf('regular').glyphs;
  const points = Array.from(grapheme.normalize('NFC'), (char) => char.codePointAt(0) ?? 0);
  const visible = points.filter((point) => !invisible.test(String.fromCodePoint(point)));
  if (visible.length === 0) return 'blank';
  const asksForEmoji = points.includes(0xfe0f) || points.includes(0x20e3);
  if (!asksForEmoji && visible.every((point) => table.has(point))) return 'text';
  if (visible.every((point) => emojiPoints.has(point))) return 'emoji';
  return visible.every((point) => table.has(point)) ? 'text' : 'missing';
}

/** Width in font units of a grapheme that no shipped font has: East Asian characters are square, others about as wide as an “o”. */
export function missingWidth(grapheme: string): number {
  return (wide.test(String.fromCodePoint(grapheme.codePointAt(0) ?? 0)) ? 1 : 0.62) * unitsPerEm;
}

/** Advance in font units of a grapheme, without kerning. */
export function advanceOf(grapheme: string, face: FontFace): number {
  const source = glyphSourceOf(grapheme);
  if (source === 'blank') return grapheme === '\t' ? (tableOf(face).glyphs.get(0x20)?.width ?? 0) : 0;
  if (source === 'emoji') return emojiWidth;
  if (source === 'arrow') return arrows.get(grapheme)?.width ?? 0;
  if (source === 'missing') return missingWidth(grapheme);
  let width = 0;
  for (const char of grapheme.normalize('NFC')) {
    // A mark that did not melt into its letter is drawn over it.
    if (combining.test(char)) continue;
    width += tableOf(face).glyphs.get(char.codePointAt(0) ?? 0)?.width ?? 0;
  }
  return width;
}

/** Tells text without marks, joiners or surrogates: every code unit is one character. */
export const simple =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0513\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2212]*$/;

/** Advance width of a text in font units, kerning included. */
export function unitsOf(text: string, face: FontFace): number {
  const { glyphs, kerning } = tableOf(face);
  let width = 0;
  let before: Glyph | undefined;
  const isSimple = simple.test(text);
  for (const grapheme of isSimple ? text : graphemesOf(text.normalize('NFC'))) {
    const glyph = isSimple || grapheme.length === 1 ? glyphs.get(grapheme.charCodeAt(0)) : undefined;
    if (!glyph) {
      width += advanceOf(grapheme, face);
      before = undefined;
      continue;
    }
    width += glyph.width;
    if (before && before.subset === glyph.subset) width += kerning[glyph.subset]?.[before.left]?.[glyph.right] ?? 0;
    before = glyph;
  }
  return width;
}

/**
 * Advance width in pixels of one line of text in a style, kerning included, from the shipped fonts' own tables: the same on every
 * machine, without a font or a browser. Characters that no shipped font has count with a stand-in width (see `missingCharacters`).
 */
export const measureText: Measure = (text: string, style: TextStyleName): number => {
  const { face, size } = textStyles[style];
  return (unitsOf(text, face) * size) / unitsPerEm;
};

/** The graphemes of a text that no shipped font can draw, each once, in order. */
export function missingCharacters(text: string): string[] {
  if (simple.test(text) && ![...text].some((char) => !tableOf('regular').glyphs.has(char.charCodeAt(0)))) return [];
  return [...new Set(graphemesOf(text).filter((grapheme) => glyphSourceOf(grapheme) === 'missing'))];
}
