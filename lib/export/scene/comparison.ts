import { arrowHead } from '@/lib/map/layout/arrowHead';
import type { ComparedMark, ComparedSign } from '@/lib/map/layout/compare/comparedMarks';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import type { ComparisonLayout, GateMark } from '@/lib/map/layout/compare/layoutComparison';
import type { TextMark } from '@/lib/map/layout/compare/textMarks';
import { momentSign } from '@/lib/map/layout/momentSign';
import { colourOf, type PaletteName, type Scheme } from '@/lib/map/layout/palette';
import { markPath } from '@/lib/map/layout/personaStyle';
import { momentRadius } from '@/lib/map/layout/stepHeaders';
import type { Point, TextBlock } from '@/lib/map/layout/types';
import type { Pen } from '../pen';

/** `scale`: how much larger than at 100 % signs and lines are, so that they are seen from afar. */
export type ComparisonOptions = { scheme: Scheme; ground: string; scale?: number };

/** What each sign is painted in; the sign itself tells them apart without colour. */
export const comparedColours: Record<ComparedSign, PaletteName> = {
  added: 'positive',
  removed: 'negative',
  changed: 'violetStrong',
  moved: 'blueStrong',
  movedAway: 'blueStrong',
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a sign around a point, of a radius: plus, minus, two waves, an arrow there, an arrow away. */
export function comparedSignPath(sign: ComparedSign, at: Point, radius: number): string {
  const unit = radius / 9;
  const p = (dx: number, dy: number): string => `${round(at.x + dx * unit)} ${round(at.y + dy * unit)}`;
  const wave = (dy: number): string =>
    `M${p(-4.4, dy)}C${p(-2.6, dy - 2.6)} ${p(-1.2, dy - 1.4)} ${p(0, dy)}C${p(1.2, dy + 1.4)} ${p(2.6, dy + 2.6)} ${p(4.4, dy)}`;
  switch (sign) {
    case 'added':
      return `M${p(-4.5, 0)}L${p(4.5, 0)}M${p(0, -4.5)}L${p(0, 4.5)}`;
    case 'removed':
      return `M${p(-4.5, 0)}L${p(4.5, 0)}`;
    case 'changed':
      return `${wave(-2)}${wave(2.4)}`;
    case 'moved':
      return `M${p(-4.5, 0)}L${p(4, 0)}M${p(0.6, -3.4)}L${p(4.2, 0)}L${p(0.6, 3.4)}`;
    default:
      return `M${p(-2, 0)}L${p(4, 0)}M${p(0.6, -3.4)}L${p(4.2, 0)}L${p(0.6, 3.4)}M${p(-4.5, 0)}L${p(-4.4, 0)}`;
  }
}

/** What a sign means. */
export type ComparisonKey = { sign: ComparedSign; at: Point; text: TextBlock };

/** Draws what the signs mean. */
export function drawComparisonKey(entries: readonly ComparisonKey[], { scheme, ground }: ComparisonOptions, pen: Pen): void {
  for (const { sign, at, text } of entries) {
    drawSign(sign, at, signRadius, { fill: colourOf(comparedColours[sign], scheme), ground, edge: 0 }, pen);
    pen.text(text, colourOf('inkSoft', scheme));
  }
}

function drawSign(
  sign: ComparedSign,
  at: Point,
  radius: number,
  { fill, ground, edge }: { fill: string; ground: string; edge: number },
  pen: Pen,
): void {
  const disc = { x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius };
  pen.box(disc, { fill, ...(edge > 0 ? { stroke: ground, strokeWidth: edge } : {}), radius });
  pen.path(comparedSignPath(sign, at, radius), { stroke: ground, strokeWidth: (2 * radius) / signRadius });
}

/** Draws over a drawn union what tells its two states apart. */
export function drawComparison(layout: ComparisonLayout, options: ComparisonOptions, pen: Pen): void {
  const { scheme, ground, scale = 1 } = options;
  const colour = (name: PaletteName): string => colourOf(name, scheme);
  const signColour = (sign: ComparedSign): string => colour(comparedColours[sign]);
  drawCurves(layout, options, pen);
  for (const mark of layout.marks) drawFrame(mark, { scale, ground }, signColour(mark.sign), pen);
  for (const words of layout.words) drawWords(words, signColour(words.kind), pen);
  for (const { path, arrow } of layout.moves) {
    pen.path(path, { stroke: ground, strokeWidth: 4 * scale, opacity: 0.8 });
    pen.path(path, { stroke: signColour('moved'), strokeWidth: 1.75 * scale, dash: [6, 4] });
    pen.path(arrowHead(arrow, 10 * scale, 5 * scale), { fill: signColour('moved') });
  }
  for (const gate of layout.gates) drawGate(gate, { ground, moment: colour('moment'), tint: colour('momentTint') }, pen);
  for (const { signs } of layout.marks) {
    for (const { sign, at } of signs) {
      drawSign(sign, at, signRadius * scale, { fill: signColour(sign), ground, edge: 2 * scale }, pen);
    }
  }
}

function drawFrame(
  { sign, box, radius, column, path }: ComparedMark,
  { scale, ground }: { scale: number; ground: string },
  colour: string,
  pen: Pen,
): void {
  const isGone = sign === 'removed' || sign === 'movedAway';
  const dash = isGone || sign === 'moved' ? { dash: [5, 4] as const } : {};
  if (column) {
    pen.box(column, { fill: isGone ? ground : colour, opacity: isGone ? 0.25 : 0.07 });
    pen.box(column, { stroke: colour, strokeWidth: 1.25 * scale, radius: 8, opacity: 0.7, ...dash });
  }
  if (path !== null) {
    if (isGone) pen.path(path, { stroke: ground, strokeWidth: 4, opacity: 0.6 });
    pen.path(path, { stroke: colour, strokeWidth: 2.5 * scale, ...dash });
    return;
  }
  if (isGone) pen.box(box, { fill: ground, opacity: 0.3, radius });
  pen.box(box, { stroke: colour, strokeWidth: 2 * scale, radius, ...dash });
  if (sign === 'removed') {
    const middle = box.y + box.height / 2;
    if (box.height < 30)
      pen.line(
        { x: box.x + 10, y: middle },
        { x: box.x + box.width - 10, y: middle },
        { stroke: colour, strokeWidth: 1.25 * scale },
      );
  }
}

/** What came is underlined, what went is struck through; both lie on a tint, which no reader needs. */
export function drawWords({ kind, x, y, width, size }: TextMark, colour: string, pen: Pen): void {
  pen.box({ x: x - 1, y: y - size * 0.95, width: width + 2, height: size * 1.25 }, { fill: colour, opacity: 0.16, radius: 2 });
  const at = kind === 'removed' ? y - size * 0.32 : y + size * 0.2;
  pen.line({ x, y: at }, { x: x + width, y: at }, { stroke: colour, strokeWidth: 1.5 });
}

/** How customers decided before, small and faded, and an arrow to how they decide now. */
function drawGate({ x, y, before, after }: GateMark, colours: { ground: string; moment: string; tint: string }, pen: Pen): void {
  if (before === null) return;
  const at = { x: x - (after === null ? 0 : 40), y };
  const { diamond, mark } = momentSign(at, before, momentRadius - 1);
  pen.path(diamond, { fill: colours.tint, stroke: colours.moment, strokeWidth: 1.5, dash: [3, 3] });
  pen.path(mark, { stroke: colours.moment, strokeWidth: 1.75 });
  if (after === null) {
    pen.line({ x: at.x - 15, y: y + 8 }, { x: at.x + 15, y: y - 8 }, { stroke: colours.moment, strokeWidth: 2 });
    return;
  }
  const tip = { x: x - momentRadius - 3, y };
  pen.line({ x: at.x + momentRadius + 2, y }, { x: tip.x - 2, y }, { stroke: colours.moment, strokeWidth: 1.75 });
  pen.path(arrowHead({ ...tip, angle: 0 }, 7, 4), { fill: colours.moment });
}

/** The curves as they were, where they were otherwise: dashed, with hollow points; and, at the main one's points, how far it went up or down. */
function drawCurves({ curves, deltas }: ComparisonLayout, { scheme, ground }: ComparisonOptions, pen: Pen): void {
  const colour = (name: PaletteName): string => colourOf(name, scheme);
  for (const { path, points, index } of curves) {
    const stroke = colour(index === 0 ? 'inkMuted' : 'lineStrong');
    pen.path(path, { stroke, strokeWidth: 2, dash: [3, 5] });
    for (const point of points) pen.path(markPath('disc', point, 4), { fill: ground, stroke, strokeWidth: 1.75 });
  }
  for (const { x, from, to, change, box, text } of deltas) {
    const strong = colour(change > 0 ? 'positive' : 'negative');
    pen.line({ x, y: from }, { x, y: to }, { stroke: strong, strokeWidth: 2, opacity: 0.5 });
    pen.box(box, { fill: colour(change > 0 ? 'positiveTint' : 'negativeTint'), radius: box.height / 2 });
    pen.text(text, strong);
  }
}
