import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import type { TextMark } from '@/lib/map/layout/compare/textMarks';
import { colourOf, type PaletteName, type Scheme } from '@/lib/map/layout/palette';
import type { Box, Point, TextBlock } from '@/lib/map/layout/types';
import type { Pen } from '../pen';
import { comparedColours, comparedSignPath, drawWords } from '../scene/comparison';
import { drawSheetIcon, type SheetIcon } from './icons';

/** What stands on a sheet of text, in the order in which it is drawn and read. */
export type SheetItem =
  | { type: 'heading'; level: 1 | 2 | 3; block: TextBlock; bookmark?: Box }
  | { type: 'text'; block: TextBlock; colour: PaletteName }
  /** Words that only one of two states has; they lie behind the text that comes after. */
  | { type: 'words'; mark: TextMark }
  | { type: 'sign'; kind: DifferenceKind; at: Point }
  | { type: 'icon'; icon: SheetIcon; at: Point }
  | { type: 'bullet'; at: Point }
  /** A tinted area with a bar at its left edge. */
  | { type: 'panel'; box: Box }
  | { type: 'rule'; from: Point; to: Point };
export type Sheet = readonly SheetItem[];

/** A sheet of A4 in pixels at 100 %. */
export const sheetSize = { width: 793.7, height: 1122.5 };

/** Draws what stands on a sheet. */
export function drawSheet(sheet: Sheet, scheme: Scheme, pen: Pen): void {
  const colour = (name: PaletteName): string => colourOf(name, scheme);
  for (const item of sheet) {
    switch (item.type) {
      case 'heading':
        pen.heading(item.level, item.block, colour('ink'), item.bookmark);
        break;
      case 'text':
        pen.text(item.block, colour(item.colour));
        break;
      case 'words':
        drawWords(item.mark, colour(comparedColours[item.mark.kind]), pen);
        break;
      case 'bullet':
        pen.box({ x: item.at.x - 2, y: item.at.y - 2, width: 4, height: 4 }, { fill: colour('inkMuted'), radius: 2 });
        break;
      case 'panel':
        pen.box(item.box, { fill: colour('band'), opacity: 0.55, radius: 6 });
        pen.box({ ...item.box, width: 3 }, { fill: colour('evidence'), radius: 1.5 });
        break;
      case 'rule':
        pen.line(item.from, item.to, { stroke: colour('line'), strokeWidth: 1 });
        break;
      case 'icon':
        drawSheetIcon(item.icon, item.at, colour, pen);
        break;
      default: {
        const { x, y } = item.at;
        const disc = { x: x - signRadius, y: y - signRadius, width: 2 * signRadius, height: 2 * signRadius };
        pen.box(disc, { fill: colour(comparedColours[item.kind]), radius: signRadius });
        pen.path(comparedSignPath(item.kind, item.at, signRadius), { stroke: colour('paper'), strokeWidth: 2 });
      }
    }
  }
}
