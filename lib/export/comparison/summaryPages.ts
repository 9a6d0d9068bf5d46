import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { colourOf, type Scheme } from '@/lib/map/layout/palette';
import { heightOf, placeText } from '@/lib/map/layout/textBlock';
import type { Point, TextBlock, TextStyleName } from '@/lib/map/layout/types';
import { wrapOf } from '@/lib/map/layout/wrap';
import type { Pen } from '../pen';
import { comparedColours, comparedSignPath } from '../scene/comparison';

/** What is said of two states before they are shown. */
export type Summary = {
  title: string;
  /** Which states these are. */
  heading: string;
  counts: readonly { kind: DifferenceKind; text: string }[];
  sections: readonly { title: string; sentences: readonly string[] }[];
};

/** The same as a text. */
export const wordsOfSummary = ({ heading, counts, sections }: Summary): string =>
  [heading, ...counts.map(({ text }) => text), ...sections.flatMap(({ sentences }) => sentences)].join('. ');

type Item =
  | { type: 'heading'; level: 1 | 2; block: TextBlock }
  | { type: 'text'; block: TextBlock; colour: 'ink' | 'inkSoft' }
  | { type: 'sign'; kind: DifferenceKind; at: Point }
  | { type: 'bullet'; at: Point };
export type SummaryPage = readonly Item[];

/** A sheet of A4 in pixels at 100 %. */
export const summarySheet = { width: 793.7, height: 1122.5 };
const margin = 64;
const indent = 20;
const gap = { line: 8, section: 28, head: 10, count: 12 };

/** Breaks a summary into pages of A4. */
export function layoutSummary({ title, heading, counts, sections }: Summary): SummaryPage[] {
  const wrap = wrapOf(measureText);
  const width = summarySheet.width - 2 * margin;
  const pages: Item[][] = [[]];
  let y = margin;
  const put = (text: string, style: TextStyleName, x: number, toItem: (block: TextBlock) => Item[]): void => {
    const lines = wrap(text, style, width - x);
    const height = heightOf(lines.length, style);
    if (y + height > summarySheet.height - margin && y > margin) {
      pages.push([]);
      y = margin;
    }
    pages.at(-1)?.push(...toItem(placeText(lines, style, { x: margin + x, y })));
    y += height;
  };
  put(title, 'mapTitle', 0, (block) => [{ type: 'heading', level: 1, block }]);
  y += gap.line;
  put(heading, 'subtitle', 0, (block) => [{ type: 'text', block, colour: 'inkSoft' }]);
  y += gap.section;
  for (const { kind, text } of counts) {
    put(text, 'subtitle', indent + gap.count, (block) => [
      { type: 'sign', kind, at: { x: margin + signRadius, y: y + 12 } },
      { type: 'text', block, colour: 'ink' },
    ]);
    y += gap.line / 2;
  }
  for (const section of sections) {
    y += gap.section;
    put(section.title, 'stage', 0, (block) => [{ type: 'heading', level: 2, block }]);
    y += gap.head;
    for (const sentence of section.sentences) {
      put(sentence, 'card', indent, (block) => [
        { type: 'bullet', at: { x: margin + 6, y: y + 10 } },
        { type: 'text', block, colour: 'ink' },
      ]);
      y += gap.line;
    }
  }
  return pages;
}

/** Draws one of the pages. */
export function drawSummaryPage(page: SummaryPage, scheme: Scheme, pen: Pen): void {
  const colour = (name: string): string => colourOf(name, scheme);
  for (const item of page) {
    if (item.type === 'heading') pen.heading(item.level, item.block, colour('ink'));
    else if (item.type === 'text') pen.text(item.block, colour(item.colour));
    else if (item.type === 'bullet') {
      pen.box({ x: item.at.x - 2, y: item.at.y - 2, width: 4, height: 4 }, { fill: colour('inkMuted'), radius: 2 });
    } else {
      const { x, y } = item.at;
      const disc = { x: x - signRadius, y: y - signRadius, width: 2 * signRadius, height: 2 * signRadius };
      pen.box(disc, { fill: colour(comparedColours[item.kind]), radius: signRadius });
      pen.path(comparedSignPath(item.kind, item.at, signRadius), { stroke: colour('paper'), strokeWidth: 2 });
    }
  }
}
