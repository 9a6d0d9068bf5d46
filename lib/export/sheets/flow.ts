import type { TextSpan } from '@/lib/map/compare/mergedText';
import { markText } from '@/lib/map/layout/compare/textMarks';
import { measureText } from '@/lib/map/layout/fontMetrics';
import type { PaletteName } from '@/lib/map/layout/palette';
import { heightOf, placeText } from '@/lib/map/layout/textBlock';
import { textStyles } from '@/lib/map/layout/textStyles';
import type { TextBlock, TextStyleName } from '@/lib/map/layout/types';
import { wrapOf } from '@/lib/map/layout/wrap';
import { type SheetItem, sheetSize } from './sheet';

/** Free edge of a sheet, and the room at its foot. */
export const sheetMargin = 64;

/** Shorter paragraphs are not broken between two sheets. */
const unbroken = 4;

/** How a text stands: from the left edge of what is written, in a width; what both ends of a comparison do not share is marked. */
export type Written = { x?: number; width?: number; colour?: PaletteName; spans?: readonly TextSpan[] };

/** Fills sheets from top to bottom, and begins another one where one is full. All lengths are pixels at 100 %. */
export class SheetFlow {
  readonly sheets: SheetItem[][] = [[]];
  /** Where the next thing begins. */
  y = sheetMargin;
  readonly width = sheetSize.width - 2 * sheetMargin;
  readonly #wrap = wrapOf(measureText);
  readonly #ends: number[] = [];
  readonly #bottom: number;

  /** `foot`: room at the lower edge that is kept free. */
  constructor(foot = 0) {
    this.#bottom = sheetSize.height - sheetMargin - foot;
  }

  get items(): SheetItem[] {
    return this.sheets.at(-1) ?? [];
  }

  get isAtTop(): boolean {
    return this.y === sheetMargin;
  }

  turn(): void {
    this.#ends.push(this.y);
    this.sheets.push([]);
    this.y = sheetMargin;
  }

  /** Begins another sheet unless so much still fits on this one. */
  need(height: number): void {
    if (!this.isAtTop && this.y + height > this.#bottom) this.turn();
  }

  skip(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  push(...items: SheetItem[]): void {
    this.items.push(...items);
  }

  /** How many lines a text has. */
  countLines(text: string, style: TextStyleName, width: number): number {
    return this.#wrap(text, style, width).length;
  }

  /** Writes a text, over several sheets if need be. `toItem`: what its blocks are; by default plain text. */
  write(
    text: string,
    style: TextStyleName,
    { x = 0, width = this.width - x, colour = 'ink', spans = [] }: Written = {},
    toItem: (block: TextBlock) => SheetItem = (block) => ({ type: 'text', block, colour }),
  ): void {
    const lines = this.#wrap(text, style, width);
    const { lineHeight } = textStyles[style];
    const whole = placeText(lines, style, { x: sheetMargin + x, y: 0 });
    const marks = spans.length > 0 ? markText(whole, text, spans, measureText) : [];
    if (lines.length <= unbroken) this.need(heightOf(lines.length, style));
    for (let at = 0; at < lines.length; ) {
      this.need(lineHeight);
      const fitting = Math.max(1, Math.floor((this.#bottom - this.y) / lineHeight));
      const part = lines.slice(at, at + fitting);
      const block = placeText(part, style, { x: sheetMargin + x, y: this.y });
      const shift = this.y - heightOf(at, style);
      const own = marks.filter(({ y }) => whole.lines.slice(at, at + part.length).some((line) => line.y === y));
      this.push(...own.map((mark): SheetItem => ({ type: 'words', mark: { ...mark, y: mark.y + shift } })), toItem(block));
      this.y += heightOf(part.length, style);
      at += part.length;
    }
  }

  /** A label with something beside it; `draw` is given the left edge of that. The two begin at one height. */
  row(label: string, { x, width }: { x: number; width: number }, draw: (x: number) => void): void {
    const gap = 12;
    const wide = textStyles.card.lineHeight;
    this.need(Math.max(wide, heightOf(this.countLines(label, 'stepMeta', width), 'stepMeta') + 2));
    const [sheet, top] = [this.sheets.length, this.y];
    const lines = this.#wrap(label, 'stepMeta', width);
    const block = placeText(lines, 'stepMeta', { x: sheetMargin + x, y: top + 2 });
    if (label !== '') this.push({ type: 'text', block, colour: 'inkMuted' });
    draw(x + width + gap);
    if (this.sheets.length === sheet) this.y = Math.max(this.y, top + 2 + heightOf(lines.length, 'stepMeta'));
  }

  /** A tinted area behind what is drawn, on each sheet that it reaches. */
  panel({ x, width, padding }: { x: number; width: number; padding: number }, draw: () => void): void {
    this.need(2 * padding + 2 * textStyles.card.lineHeight);
    const first = this.sheets.length - 1;
    const [top, at] = [this.y, this.items.length];
    this.y += padding;
    draw();
    const last = this.sheets.length - 1;
    this.y += padding;
    for (let index = first; index <= last; index++) {
      const from = index === first ? top : sheetMargin - padding;
      const to = index === last ? this.y : (this.#ends[index] ?? this.#bottom) + padding;
      const box = { x: sheetMargin + x, y: from, width, height: to - from };
      this.sheets[index]?.splice(index === first ? at : 0, 0, { type: 'panel', box });
    }
  }
}
