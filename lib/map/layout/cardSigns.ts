import type { CardKind } from '../card';

/** Path data of a circle. */
export const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;

/** Side of the square that all of these signs are drawn in. */
export const cardSignSize = 16;

/** What tells the kinds of cards apart beside their colour: strokes in a square of 16 px, upper-case SVG path commands only. A note is plain. */
export const kindSigns: Record<CardKind, string | null> = {
  note: null,
  // A triangle with an exclamation mark, a bulb, a question mark in a circle, a pair of quotation marks.
  painPoint: 'M8 2L14.8 13.8H1.2ZM8 6.4V9.4M8 11.5V11.6',
  opportunity: 'M5.7 10.8C4.3 9.8 3.5 8.4 3.5 6.6A4.5 4.5 0 0 1 12.5 6.6C12.5 8.4 11.7 9.8 10.3 10.8V12.2H5.7ZM6.6 14.4H9.4',
  question: `${circle(8, 8, 6.2)}M6.1 6.5C6.1 3.9 9.9 3.9 9.9 6.4C9.9 7.9 8 7.9 8 9.4M8 11.5V11.6`,
  quote: 'M6.6 3.4C4.4 4.4 2.9 6.2 2.9 9V11.8H6.7V8.4H3M13.3 3.4C11.1 4.4 9.6 6.2 9.6 9V11.8H13.4V8.4H9.7',
};

/** What a card carries: a sheet of paper, links of a chain, a picture with a hill and a sun. */
export const partSigns = {
  file: 'M4 1.8H9.6L12.6 4.8V14.2H4ZM9.4 2V5H12.4',
  link: 'M6.6 9.4L9.6 6.4M7.4 4.6L9 3A2.9 2.9 0 0 1 13.1 7.1L11.4 8.7M8.7 11.4L7.1 13A2.9 2.9 0 0 1 3 8.9L4.6 7.3',
  picture: `M2.5 3H13.5A0.8 0.8 0 0 1 14.3 3.8V12.2A0.8 0.8 0 0 1 13.5 13H2.5A0.8 0.8 0 0 1 1.7 12.2V3.8A0.8 0.8 0 0 1 2.5 3ZM2 11.6L6 7.4L9 10.4L10.8 8.8L14 11.8${circle(10.8, 5.9, 0.9)}`,
} as const;
