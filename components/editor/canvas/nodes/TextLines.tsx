import type { CSSProperties } from 'react';
import { baselineOf, faceStyles, fontCss, textStyles } from '@/lib/map/layout/textStyles';
import type { Point, TextBlock, TextStyleName } from '@/lib/map/layout/types';

const cssOf = (style: TextStyleName): CSSProperties => {
  const { face, size, lineHeight } = textStyles[style];
  const { weight, italic } = faceStyles[face];
  return {
    ...fontCss,
    fontSize: size,
    fontWeight: weight,
    fontStyle: italic ? 'italic' : 'normal',
    lineHeight: `${lineHeight}px`,
    letterSpacing: 0,
  };
};

/** CSS of each text style, so that a browser sets a line as the layout measured it. */
export const textCss = Object.fromEntries(Object.keys(textStyles).map((name) => [name, cssOf(name as TextStyleName)])) as Record<
  TextStyleName,
  CSSProperties
>;

type Props = {
  text: TextBlock;
  /** Top left corner of the element that the lines lie in, on the map. */
  origin: Point;
  /** A CSS colour; ink by default. */
  colour?: string | undefined;
};

/** Lines of text exactly where the layout has them, each by itself: the browser breaks nothing, so the screen breaks as the PDF does. */
export function TextLines({ text, origin, colour = 'var(--ink)' }: Props) {
  const baseline = baselineOf(text.style);
  return text.lines.map((line) => (
    <span
      key={`${line.x} ${line.y}`}
      aria-hidden="true"
      style={{
        ...textCss[text.style],
        position: 'absolute',
        left: line.x - origin.x,
        top: line.y - baseline - origin.y,
        color: colour,
        whiteSpace: 'pre',
        pointerEvents: 'none',
      }}
    >
      {line.text}
    </span>
  ));
}
