import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import { graphemesOf, measureText } from '@/lib/map/layout/fontMetrics';
import { heightOf, placeText } from '@/lib/map/layout/textBlock';
import { textStyles } from '@/lib/map/layout/textStyles';
import { SheetFlow, sheetMargin } from '../sheets/flow';
import { iconRadius } from '../sheets/icons';
import { type Sheet, type SheetItem, sheetSize } from '../sheets/sheet';
import type { Distance, Told, ToldDifference, ToldReason } from './distance';

/** Room for the foot of a sheet. */
const foot = 36;
const indent = 2 * signRadius + 12;
const gap = { line: 8, section: 30, head: 10, difference: 18, row: 7, entry: 5 };
/** The column of the labels, within a reason and beside what a difference says. */
const labelWidth = 116;
const padding = 12;
const iconRoom = 2 * iconRadius + 10;

/** Breaks what is said of a future state’s distance into sheets. `isBeside`: the differences are told elsewhere; then it begins with the reasons. */
export function layoutDistance(distance: Distance, { isBeside = false } = {}): Sheet[] {
  const flow = new SheetFlow(foot);
  drawHead(flow, distance, isBeside);
  for (const { title, differences } of distance.groups) {
    const [first] = differences;
    drawGroupTitle(flow, title, first ? gap.difference + roomOf(flow, first) : 0);
    for (const difference of differences) drawDifference(flow, difference, distance);
  }
  if (distance.bare.differences.length > 0) {
    drawGroupTitle(flow, distance.bare.title, gap.line + textStyles.card.lineHeight);
    for (const { kind, text } of distance.bare.differences) drawLine(flow, kind, text);
  }
  return flow.sheets.map((sheet, index) => [...sheet, ...footOf(distance.title, index + 1, flow.sheets.length)]);
}

function drawHead(flow: SheetFlow, { title, heading, origin, counts, given }: Distance, isBeside: boolean): void {
  const bookmark = { x: 0, y: 0, ...sheetSize };
  if (isBeside) flow.write(heading, 'mapTitle', {}, (block) => ({ type: 'heading', level: 1, block, bookmark }));
  else {
    flow.write(title, 'mapTitle', {}, (block) => ({ type: 'heading', level: 1, block, bookmark }));
    flow.skip(gap.line);
    flow.write(heading, 'subtitle', { colour: 'inkSoft' });
  }
  flow.skip(gap.line * 2);
  for (const line of origin) flow.write(line, 'card', { colour: 'inkSoft' });
  if (!isBeside && counts.length > 0) {
    flow.skip(gap.line * 2);
    drawCounts(flow, counts);
  }
  flow.skip(gap.line);
  flow.write(given, 'card', { colour: 'inkSoft' });
}

/** How much differs in each way, beside each other. */
function drawCounts(flow: SheetFlow, counts: Distance['counts']): void {
  const { lineHeight } = textStyles.subtitle;
  const wordGap = 8;
  let x = 0;
  for (const { kind, text } of counts) {
    const width = measureText(text, 'subtitle');
    if (x > 0 && x + 2 * signRadius + wordGap + width > flow.width) {
      x = 0;
      flow.y += lineHeight + gap.line / 2;
    }
    const left = sheetMargin + x;
    const block = placeText([{ text, width }], 'subtitle', { x: left + 2 * signRadius + wordGap, y: flow.y });
    flow.push(
      { type: 'sign', kind, at: { x: left + signRadius, y: flow.y + lineHeight / 2 } },
      { type: 'text', block, colour: 'ink' },
    );
    x += 2 * signRadius + wordGap + width + 28;
  }
  flow.y += lineHeight;
}

/** `room`: how much of what follows has to fit on the same sheet. */
function drawGroupTitle(flow: SheetFlow, title: string, room: number): void {
  flow.skip(gap.section);
  flow.need(gap.head + heightOf(flow.countLines(title, 'stage', flow.width), 'stage') + room);
  flow.push({ type: 'rule', from: { x: sheetMargin, y: flow.y }, to: { x: sheetMargin + flow.width, y: flow.y } });
  flow.y += gap.head;
  flow.write(title, 'stage', {}, (block) => ({ type: 'heading', level: 2, block }));
}

/** What of a difference stands together on one sheet: what differs, and the first lines of why. */
function roomOf(flow: SheetFlow, { text, fields }: ToldDifference): number {
  const width = flow.width - indent;
  const lines = fields.map((field) => flow.countLines(field.text, 'card', width - labelWidth));
  const said = lines.reduce((sum, count) => sum + gap.entry + heightOf(Math.min(count, 4), 'card'), 0);
  return (
    heightOf(flow.countLines(text, 'stepTitle', width), 'stepTitle') + Math.min(said, 240) + 2 * padding + heightOf(2, 'card')
  );
}

function drawDifference(flow: SheetFlow, difference: ToldDifference, { labels }: Distance): void {
  const { kind, text, fields, note, reasons } = difference;
  flow.skip(gap.difference);
  flow.need(roomOf(flow, difference));
  drawSign(flow, kind);
  flow.write(text, 'stepTitle', { x: indent }, (block) => ({ type: 'heading', level: 3, block }));
  for (const { label, text: said, spans } of fields) {
    flow.skip(gap.entry);
    flow.row(label, { x: indent, width: labelWidth }, (x) => flow.write(said, 'card', { x, colour: 'inkSoft', spans }));
  }
  if (note !== '') {
    flow.skip(gap.entry);
    flow.write(note, 'card', { x: indent, colour: 'inkSoft' });
  }
  for (const reason of reasons) drawReason(flow, reason, labels);
}

function drawReason(flow: SheetFlow, { text, answers, aim }: ToldReason, labels: Distance['labels']): void {
  flow.skip(gap.line);
  const column = { x: indent + padding + 3, width: labelWidth - padding - 3 };
  flow.panel({ x: indent, width: flow.width - indent, padding: padding - 2 }, () => {
    let isFirst = true;
    const row = (label: string, draw: (x: number) => void): void => {
      if (!isFirst) flow.skip(gap.row);
      isFirst = false;
      flow.row(label, column, draw);
    };
    const right = flow.width - padding;
    if (text !== '') row(labels.why, (x) => flow.write(text, 'card', { x, width: right - x }));
    for (const [index, answer] of answers.entries()) {
      row(index === 0 ? labels.answers : '', (x) => drawTold(flow, answer, x, right));
    }
    if (aim) row(labels.aim, (x) => drawTold(flow, aim, x, right));
  });
}

function drawTold(flow: SheetFlow, { icon, text, detail, isQuote }: Told, x: number, right: number): void {
  const { lineHeight } = textStyles.card;
  flow.need(lineHeight);
  flow.push({ type: 'icon', icon, at: { x: sheetMargin + x + iconRadius, y: flow.y + lineHeight / 2 } });
  const [left, width] = [x + iconRoom, right - x - iconRoom];
  flow.write(text, isQuote ? 'quote' : 'card', { x: left, width, colour: icon === 'missing' ? 'inkMuted' : 'ink' });
  if (detail !== '') flow.write(detail, 'stepMeta', { x: left, width, colour: 'inkMuted' });
}

function drawLine(flow: SheetFlow, kind: DifferenceKind, text: string): void {
  flow.skip(gap.line);
  flow.need(2 * signRadius);
  drawSign(flow, kind);
  flow.write(text, 'card', { x: indent });
}

const drawSign = (flow: SheetFlow, kind: DifferenceKind): void =>
  flow.push({ type: 'sign', kind, at: { x: sheetMargin + signRadius, y: flow.y + textStyles.card.lineHeight / 2 } });

/** What the sheet belongs to, and which of how many it is. */
function footOf(title: string, number: number, count: number): SheetItem[] {
  const y = sheetSize.height - sheetMargin - textStyles.caption.lineHeight;
  const page = `${number} / ${count}`;
  const pageWidth = measureText(page, 'caption');
  const room = sheetSize.width - 2 * sheetMargin - pageWidth - 24;
  const name = shorten(title, room);
  const at = (text: string, x: number): SheetItem => ({
    type: 'text',
    block: placeText([{ text, width: measureText(text, 'caption') }], 'caption', { x, y }),
    colour: 'inkMuted',
  });
  return [at(name, sheetMargin), at(page, sheetSize.width - sheetMargin - pageWidth)];
}

/** A title on one line, as far as it goes. */
function shorten(title: string, room: number): string {
  const line = title.replace(/\s+/g, ' ');
  if (measureText(line, 'caption') <= room) return line;
  const graphemes = graphemesOf(line.slice(0, 400));
  let count = graphemes.length;
  while (count > 0 && measureText(`${graphemes.slice(0, count).join('').trimEnd()}…`, 'caption') > room) count -= 1;
  return `${graphemes.slice(0, count).join('').trimEnd()}…`;
}
