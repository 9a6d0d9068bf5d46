import { baselineOf, textStyles } from './textStyles';
import type { Box, TextBlock, TextStyleName } from './types';
import type { WrappedLine } from './wrap';

export type Place = {
  x: number;
  /** Top of the first line. */
  y: number;
  align?: 'left' | 'centre' | 'right';
  /** Needed to centre or to align right. */
  width?: number;
  /** Shifts the first line to the right. */
  indent?: number;
};

/** A block without lines. */
export function emptyBlock(style: TextStyleName): TextBlock {
  return { style, lines: [] };
}

/** Places broken lines below each other. */
export function placeText(lines: readonly WrappedLine[], style: TextStyleName, place: Place): TextBlock {
  const { lineHeight } = textStyles[style];
  const baseline = baselineOf(style);
  const { x, y, align = 'left', width = 0, indent = 0 } = place;
  return {
    style,
    lines: lines.map((line, index) => {
      const free = width - line.width;
      const shift = align === 'centre' ? free / 2 : align === 'right' ? free : 0;
      return {
        text: line.text,
        width: line.width,
        x: x + shift + (index === 0 ? indent : 0),
        y: y + index * lineHeight + baseline,
      };
    }),
  };
}

/** Height in pixels of so many lines. */
export function heightOf(lines: number, style: TextStyleName): number {
  return lines * textStyles[style].lineHeight;
}

/** The box around a block's lines, line height included; null when it has none. */
export function boxOf(block: TextBlock): Box | null {
  const first = block.lines[0];
  if (!first) return null;
  const x = Math.min(...block.lines.map((line) => line.x));
  const right = Math.max(...block.lines.map((line) => line.x + line.width));
  return { x, y: first.y - baselineOf(block.style), width: right - x, height: heightOf(block.lines.length, block.style) };
}
