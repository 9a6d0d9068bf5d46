import { type Columns, grid } from './grid';
import { heightOf, placeText } from './textBlock';
import type { Box, LayoutOptions, StageLayout } from './types';
import { wrapOf } from './wrap';

/** How far a chevron's tip reaches out, and its back in. */
export const chevronTip = 8;
const padding = { left: 20, right: 12, y: 10 };

/** SVG path data of a stage's band: an arrow that points to the next stage. The first one has a straight back. */
export function chevronPath(box: Box, first: boolean): string {
  const { x, y, width, height } = box;
  const right = x + width;
  const back = first ? '' : `L${x + chevronTip} ${y + height / 2}`;
  return `M${x} ${y}H${right - chevronTip + grid.gap / 2}L${right + grid.gap / 2} ${y + height / 2}L${right - chevronTip + grid.gap / 2} ${y + height}H${x}${back}Z`;
}

/** Stages as a band over their steps, all of one height. From `lostFrom` on they are those of the customers who stayed. */
export function layoutStages(
  columns: Columns,
  options: LayoutOptions,
  top: number,
  lostFrom: number | null,
): { stages: StageLayout[]; bottom: number } {
  const wrap = wrapOf(options.measure);
  const spans: { id: string; title: string; unplaced: boolean; x: number; right: number }[] = [];
  for (const { stage, x, width } of columns.columns) {
    const span = spans.at(-1);
    if (span?.id === stage.id) span.right = x + width;
    else {
      const title = stage.unplaced ? options.labels.unplacedStage : stage.title.trim();
      spans.push({ id: stage.id, title, unplaced: stage.unplaced, x, right: x + width });
    }
  }
  const wrapped = spans.map((span) => wrap(span.title, 'stage', span.right - span.x - padding.left - padding.right));
  const rows = Math.max(1, ...wrapped.map((lines) => lines.length));
  const height = heightOf(rows, 'stage') + 2 * padding.y;
  const stages = spans.map((span, index): StageLayout => {
    const lines = wrapped[index] ?? [];
    const y = top + (height - heightOf(lines.length, 'stage')) / 2;
    const lostX = lostFrom === null ? span.right : Math.max(span.x, lostFrom);
    return {
      id: span.id,
      box: { x: span.x, y: top, width: span.right - span.x, height },
      lost: lostX < span.right ? { x: lostX, y: top, width: span.right - lostX, height } : null,
      title: placeText(lines, 'stage', { x: span.x + padding.left, y }),
      unplaced: span.unplaced,
    };
  });
  return { stages, bottom: top + height };
}
