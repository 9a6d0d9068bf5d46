import { heightOf, placeText } from './textBlock';
import type { Box, Measure, Point, VotesLayout } from './types';
import { wrapOf } from './wrap';

const style = 'stepNumber';
/** Radius of a dot, and the distance from one's centre to the next. */
export const voteRadius = 4;
const pitch = 11;
const numberGap = 5;
/** More dots than these cannot be counted at a glance: the number says how many there are. */
const mostDots = 10;

/** A card's votes in a line of their own, left or in its middle; undefined without any. */
export function layoutVotes(
  count: number | undefined,
  { x, y, width }: Omit<Box, 'height'>,
  align: 'left' | 'centre',
  measure: Measure,
): VotesLayout | undefined {
  if (count === undefined) return undefined;
  const lines = wrapOf(measure)(String(count), style, width);
  const height = heightOf(lines.length, style);
  const numberWidth = Math.max(...lines.map((line) => line.width));
  const room = Math.floor((width - numberWidth - numberGap) / pitch);
  const shown = Math.max(1, Math.min(count, mostDots, room));
  const dotsWidth = (shown - 1) * pitch + 2 * voteRadius + numberGap;
  const left = align === 'left' ? x : x + Math.max(0, Math.round((width - dotsWidth - numberWidth) / 2));
  const centre = (index: number): Point => ({ x: left + voteRadius + index * pitch, y: y + Math.round(height / 2) });
  return {
    count,
    box: { x: left, y, width: dotsWidth + numberWidth, height },
    dots: Array.from({ length: shown }, (_, index) => centre(index)),
    text: placeText(lines, style, { x: left + dotsWidth, y }),
  };
}
