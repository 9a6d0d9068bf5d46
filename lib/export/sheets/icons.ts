import { emotionFace } from '@/lib/map/layout/emotionFace';
import { momentSign } from '@/lib/map/layout/momentSign';
import type { PaletteName } from '@/lib/map/layout/palette';
import type { Point } from '@/lib/map/layout/types';
import type { Pen } from '../pen';
import { emotionTone } from '../scene/curve';

/** A small sign beside words: a pain point, what customers said, evidence that is missing, and the kinds of hoped-for effect. */
export type SheetIcon = 'pain' | 'said' | 'missing' | 'score' | 'held' | { feeling: number };

/** Half the height of an icon. */
export const iconRadius = 8;

/** Draws an icon around a point. The words beside it say the same. */
export function drawSheetIcon(icon: SheetIcon, at: Point, colour: (name: PaletteName) => string, pen: Pen): void {
  const { x, y } = at;
  if (typeof icon === 'object') drawFace(at, icon.feeling, colour, pen);
  else if (icon === 'pain') drawFace(at, -2, colour, pen);
  else if (icon === 'held') {
    const { diamond, mark } = momentSign(at, 'held', iconRadius + 1);
    pen.path(diamond, { fill: colour('momentTint'), stroke: colour('moment'), strokeWidth: 1.5 });
    pen.path(mark, { stroke: colour('moment'), strokeWidth: 1.5 });
  } else if (icon === 'score') {
    for (const [index, height] of [5, 9, 14].entries()) {
      pen.box({ x: x - 7 + index * 5.5, y: y + 7 - height, width: 3.5, height }, { fill: colour('evidence'), radius: 1 });
    }
  } else {
    const strong = colour(icon === 'said' ? 'evidence' : 'inkMuted');
    const bubble = `M${x - 8} ${y - 7}L${x + 8} ${y - 7}L${x + 8} ${y + 4}L${x - 1} ${y + 4}L${x - 5} ${y + 8}L${x - 5} ${y + 4}L${x - 8} ${y + 4}Z`;
    pen.path(bubble, { fill: colour('surface'), stroke: strong, strokeWidth: 1.5 });
    const lines =
      icon === 'said'
        ? `M${x - 4} ${y - 3}L${x + 4} ${y - 3}M${x - 4} ${y}L${x + 1.5} ${y}`
        : `M${x - 2.5} ${y - 4}L${x + 2.5} ${y + 1}M${x + 2.5} ${y - 4}L${x - 2.5} ${y + 1}`;
    pen.path(lines, { stroke: strong, strokeWidth: 1.5 });
  }
}

function drawFace(at: Point, value: number, colour: (name: PaletteName) => string, pen: Pen): void {
  // Both names are of the palette.
  const tone = emotionTone(value) as { strong: PaletteName; tint: PaletteName };
  const disc = { x: at.x - iconRadius, y: at.y - iconRadius, width: 2 * iconRadius, height: 2 * iconRadius };
  pen.box(disc, { fill: colour(tone.tint), stroke: colour(tone.strong), strokeWidth: 1.5, radius: iconRadius });
  const face = emotionFace(at, value, iconRadius);
  pen.path(face.eyes, { stroke: colour(tone.strong), strokeWidth: 1.5 });
  pen.path(face.mouth, { stroke: colour(tone.strong), strokeWidth: 1.5 });
}
