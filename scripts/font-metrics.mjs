// Writes lib/map/layout/fontMetrics.json: advance widths and kerning of the shipped fonts.
// Run it after the @fontsource packages changed: `node scripts/font-metrics.mjs`. A test compares the file with the fonts.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);
const faces = { regular: '400-normal', italic: '400-italic', semibold: '600-normal', bold: '700-normal' };

/** Widest first in use: a character in several files is taken from the first. */
export const interSubsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

const open = (name) => fontkit.openSync(require.resolve(name));
const parseRange = (text) =>
  text.split(',').map((part) => {
    const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });

/** Sorted numbers as [first, count, first, count, …]. */
function toRuns(codePoints) {
  const runs = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    if (runs.length > 0 && runs.at(-2) + runs.at(-1) === codePoint) runs[runs.length - 1]++;
    else runs.push(codePoint, 1);
  }
  return runs;
}

/** Kerning between characters of one file, as classes: characters with equal rows (columns) share a class. */
function kerningOf(font, codePoints) {
  const isMark = (codePoint) => /\p{M}/u.test(String.fromCodePoint(codePoint));
  const letters = codePoints.filter((codePoint) => !isMark(codePoint));
  const chars = letters.map((codePoint) => String.fromCodePoint(codePoint));
  const rows = chars.map((left, index) => {
    const width = font.glyphForCodePoint(letters[index]).advanceWidth;
    const run = font.layout(chars.map((right) => left + right).join(''), { kern: true, calt: false, ccmp: false });
    return chars.map((_, column) => Math.round(run.positions[column * 2].xAdvance - width));
  });
  const classify = (vectors) => {
    const seen = new Map();
    const classes = vectors.map((vector) => {
      const key = vector.join();
      if (!seen.has(key)) seen.set(key, seen.size);
      return seen.get(key);
    });
    return { classes, first: [...seen.keys()].map((key) => vectors.findIndex((vector) => vector.join() === key)) };
  };
  const left = classify(rows);
  const right = classify(chars.map((_, column) => rows.map((row) => row[column])));
  const values = left.first.map((row) => right.first.map((column) => rows[row][column]));
  return { letters, left: left.classes, right: right.classes, values };
}

/** The whole table; see lib/map/layout/fontMetrics.ts for how it is read. */
export function makeFontMetrics() {
  const unicode = JSON.parse(readFileSync(require.resolve('@fontsource/inter/unicode.json'), 'utf8'));
  const subsets = [];
  const taken = new Set();
  for (const subset of interSubsets) {
    const fonts = Object.fromEntries(
      Object.entries(faces).map(([face, style]) => [face, open(`@fontsource/inter/files/inter-${subset}-${style}.woff`)]),
    );
    const ranges = parseRange(unicode[subset]);
    const codePoints = fonts.regular.characterSet
      .filter((codePoint) => codePoint >= 0x20 && codePoint !== 0x7f && codePoint < 0xfe00 && !taken.has(codePoint))
      .filter((codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))
      .sort((a, b) => a - b);
    for (const codePoint of codePoints) taken.add(codePoint);
    const widths = Object.fromEntries(
      Object.entries(fonts).map(([face, font]) => [
        face,
        codePoints.map((codePoint) => Math.round(font.glyphForCodePoint(codePoint).advanceWidth)),
      ]),
    );
    const kerned = ['latin', 'cyrillic', 'greek'].includes(subset);
    const kerning = kerned
      ? Object.fromEntries(
          Object.entries(fonts).map(([face, font]) => {
            const { left, right, values } = kerningOf(font, codePoints);
            return [face, { left, right, values }];
          }),
        )
      : {};
    const letters = kerned ? toRuns(kerningOf(fonts.regular, codePoints).letters) : [];
    subsets.push({ name: subset, codePoints: toRuns(codePoints), widths, letters, kerning });
  }
  const emoji = open('@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff');
  const emojiPoints = emoji.characterSet.filter((codePoint) => codePoint > 0x20 && codePoint !== 0xa0);
  return {
    unitsPerEm: 2048,
    subsets,
    emoji: { width: emoji.glyphForCodePoint(0x1f600).advanceWidth, codePoints: toRuns(emojiPoints) },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../lib/map/layout/fontMetrics.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(makeFontMetrics())}\n`);
}
