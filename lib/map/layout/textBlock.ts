import { baselineOf, textStyles } from './textStyles';
import type { Box, TextBlock, TextLine, TextStyleName } from './types';

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
export function placeText(lines: readonly Omit<TextLine, 'x' | 'y'>[], style: TextStyleName, place: Place): TextBlock {
  const { lineHeight } = textStyles[style];
  const baseline = baselineOf(style);
  const { x, y, align = 'left', width = 0, indent = 0 } = place;
  return {
    style,
    lines: lines.map((line, index) => {
      const free = width - line.width;
      const shift = align === 'centre' ? free / 2 : align === 'right' ? free : 0;
      return {
        ...line,
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

/** The words of a block as one line, put together as they were before they were broken. */
export function wordsOf(block: TextBlock): string {
  return block.lines
    .map((line, index) => {
      if (index === block.lines.length - 1) return line.text;
      if (line.after === '\u00ad') return line.text.slice(0, -1);
      return line.text + (line.after ?? ' ').replace('\n', ' ');
    })
    .join('');
}
