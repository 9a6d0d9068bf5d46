import metrics from './fontMetrics.json';
import type { FontFace } from './textStyles';

/** What one character contributes: its advance and the kerning classes of its file, in font units. */
export type Glyph = { width: number; subset: number; left: number; right: number };
export type FaceTable = { glyphs: Map<number, Glyph>; kerning: (number[][] | undefined)[] };

/** Font units in one em, the same in all shipped fonts. */
export const { unitsPerEm } = metrics;
/** Names of Inter's font files, by `Glyph.subset`. */
export const subsetNames: readonly string[] = metrics.subsets.map((subset) => subset.name);
/** Advance in font units of every emoji. */
export const emojiWidth = metrics.emoji.width;

function* expand(runs: readonly number[]): Generator<number> {
  for (let index = 0; index + 1 < runs.length; index += 2) {
    const first = runs[index] ?? 0;
    for (let offset = 0; offset < (runs[index + 1] ?? 0); offset++) yield first + offset;
  }
}

function toFaceTable(face: FontFace): FaceTable {
  const glyphs = new Map<number, Glyph>();
  const kerning: FaceTable['kerning'] = [];
  metrics.subsets.forEach((subset, subsetIndex) => {
    const widths = subset.widths[face];
    let index = 0;
    for (const codePoint of expand(subset.codePoints)) {
      glyphs.set(codePoint, { width: widths[index++] ?? 0, subset: subsetIndex, left: -1, right: -1 });
    }
    const classes = (subset.kerning as Partial<Record<FontFace, { left: number[]; right: number[]; values: number[][] }>>)[face];
    kerning.push(classes?.values);
    if (!classes) return;
    index = 0;
    for (const codePoint of expand(subset.letters)) {
      const glyph = glyphs.get(codePoint);
      if (glyph) Object.assign(glyph, { left: classes.left[index] ?? -1, right: classes.right[index] ?? -1 });
      index++;
    }
  });
  return { glyphs, kerning };
}

const tables = new Map<FontFace, FaceTable>();
/** Widths and kerning of a face, by code point. Unpacked once. */
export function tableOf(face: FontFace): FaceTable {
  const known = tables.get(face);
  if (known) return known;
  const table = toFaceTable(face);
  tables.set(face, table);
  return table;
}

/** Code points of the emoji font. */
export const emojiPoints: ReadonlySet<number> = new Set(expand(metrics.emoji.codePoints));
