import type { TextStyleName } from './types';

/** A face of the shipped type family; metrics of each stand in fontMetrics.json. */
export type FontFace = 'regular' | 'italic' | 'semibold' | 'bold';

export type TextStyle = {
  face: FontFace;
  /** Pixels at 100 %. */
  size: number;
  /** Distance between baselines in pixels; multiples of the 4-px grid keep rows in step. */
  lineHeight: number;
};

/** CSS family stack of all text on a map. */
export const fontFamily = "'Inter', 'Noto Emoji', sans-serif";

/** Weight and slant of each face, as CSS and PDF name them. */
export const faceStyles: Record<FontFace, { weight: 400 | 600 | 700; italic: boolean }> = {
  regular: { weight: 400, italic: false },
  italic: { weight: 400, italic: true },
  semibold: { weight: 600, italic: false },
  bold: { weight: 700, italic: false },
};

/**
 * CSS that makes a browser set a line as `measureText` measured it: kerning on, contextual alternates off
 * (they would swap “->” for an arrow of another width), emoji neither slanted nor thickened, advances not rounded to whole pixels.
 */
export const fontCss = {
  fontFamily,
  fontKerning: 'normal',
  fontVariantLigatures: 'none',
  fontSynthesis: 'none',
  textRendering: 'geometricPrecision',
} as const;

export const textStyles: Record<TextStyleName, TextStyle> = {
  mapTitle: { face: 'bold', size: 32, lineHeight: 40 },
  badge: { face: 'semibold', size: 13, lineHeight: 16 },
  subtitle: { face: 'regular', size: 16, lineHeight: 24 },
  subtitleStrong: { face: 'semibold', size: 16, lineHeight: 24 },
  caption: { face: 'regular', size: 13, lineHeight: 20 },
  stage: { face: 'semibold', size: 15, lineHeight: 20 },
  stepNumber: { face: 'semibold', size: 12, lineHeight: 16 },
  stepTitle: { face: 'semibold', size: 15, lineHeight: 20 },
  stepMeta: { face: 'regular', size: 12, lineHeight: 16 },
  laneTitle: { face: 'semibold', size: 15, lineHeight: 20 },
  axis: { face: 'regular', size: 12, lineHeight: 16 },
  card: { face: 'regular', size: 14, lineHeight: 20 },
  quote: { face: 'italic', size: 14, lineHeight: 20 },
  pill: { face: 'semibold', size: 14, lineHeight: 20 },
  score: { face: 'bold', size: 24, lineHeight: 32 },
  transition: { face: 'semibold', size: 13, lineHeight: 16 },
};

/** Part of the font size that lies above and below the baseline (Inter's own, which browsers use too). */
const ascent = 1984 / 2048;
const descent = 494 / 2048;

/** Distance in pixels from the top of a line to its baseline, as CSS places text in a line. */
export function baselineOf(style: TextStyleName): number {
  const { size, lineHeight } = textStyles[style];
  return (lineHeight - (ascent + descent) * size) / 2 + ascent * size;
}
