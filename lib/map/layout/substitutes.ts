/**
 * Arrows that people write and Inter has only as joined letters: “→” is drawn as the letters “->” with contextual alternates on. All
 * faces give an arrow the same advance, in font units.
 */
export const arrows: ReadonlyMap<string, { letters: string; width: number }> = new Map([
  ['\u2192', { letters: '->', width: 1954 }],
  ['\u2190', { letters: '<-', width: 1954 }],
  ['\u2194', { letters: '<->', width: 2746 }],
  ['\u21d2', { letters: '=>', width: 1954 }],
  ['\u21d4', { letters: '<=>', width: 2746 }],
  ['\u27f6', { letters: '-->', width: 2746 }],
]);

/** Signs without a glyph, drawn by an emoji that means the same: check marks and crosses. */
export const emojiFor: ReadonlyMap<string, string> = new Map([
  ['\u2713', '\u2714'],
  ['\u2715', '\u2716'],
  ['\u2717', '\u2716'],
  ['\u2718', '\u2716'],
]);
