import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import { SheetFlow, sheetMargin } from '../sheets/flow';
import type { Sheet } from '../sheets/sheet';

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

const indent = 20;
const gap = { line: 8, section: 28, head: 10, count: 12 };

/** Breaks a summary into sheets. */
export function layoutSummary({ title, heading, counts, sections }: Summary): Sheet[] {
  const flow = new SheetFlow();
  flow.write(title, 'mapTitle', {}, (block) => ({ type: 'heading', level: 1, block }));
  flow.skip(gap.line);
  flow.write(heading, 'subtitle', { colour: 'inkSoft' });
  flow.skip(gap.section);
  for (const { kind, text } of counts) {
    flow.need(24);
    flow.push({ type: 'sign', kind, at: { x: sheetMargin + signRadius, y: flow.y + 12 } });
    flow.write(text, 'subtitle', { x: indent + gap.count });
    flow.skip(gap.line / 2);
  }
  for (const section of sections) {
    flow.skip(gap.section);
    flow.need(60);
    flow.write(section.title, 'stage', {}, (block) => ({ type: 'heading', level: 2, block }));
    flow.skip(gap.head);
    for (const sentence of section.sentences) {
      flow.need(20);
      flow.push({ type: 'bullet', at: { x: sheetMargin + 6, y: flow.y + 10 } });
      flow.write(sentence, 'card', { x: indent });
      flow.skip(gap.line);
    }
  }
  return flow.sheets;
}
