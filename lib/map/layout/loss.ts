import type { Loss } from '../momentTally';
import { type Columns, grid } from './grid';
import { momentRadius } from './stepHeaders';
import { heightOf, placeText } from './textBlock';
import type { Box, LayoutOptions, LossLayout, StepLayout } from './types';
import { type WrappedLine, wrapOf } from './wrap';

/** Between the stage band and the words, and below the words, where the signs of moments begin. */
const pad = { top: 4, bottom: 2 };
/** Between the words and the line on both sides of them. */
const labelGap = 8;
const leastLabel = 120;
const corner = 8;

/** From where on the journey is that of those who stayed; null where nothing fails, or nothing comes after. */
export function lostFrom(loss: Loss | null, columns: Columns): number | null {
  const column = loss && columns.byStep.get(loss.step.id);
  if (!column || columns.columns.at(-1) === column) return null;
  return column.x + column.width + grid.gap / 2;
}

function breakLabel(loss: Loss, columns: Columns, { measure, labels }: LayoutOptions, from: number): readonly WrappedLine[] {
  const share = loss.share === undefined ? undefined : labels.share(loss.share);
  const room = columns.right - from - 2 * labelGap;
  return wrapOf(measure)(labels.loss(loss.step.number, share), 'transition', Math.max(leastLabel, Math.floor(room)));
}

/** How much further down the steps begin, so that the words have room below the stage band. */
export function lossHeight(loss: Loss | null, columns: Columns, options: LayoutOptions): number {
  const from = lostFrom(loss, columns);
  if (!loss || from === null) return 0;
  return Math.ceil((heightOf(breakLabel(loss, columns, options, from).length, 'transition') + pad.top + pad.bottom) / 4) * 4;
}

/**
 * One failed all-or-nothing moment colours the journey behind it, whatever the average says: a line leads from its sign to the end of the
 * map and says who is missing from there on; below it, the emotion curve is hatched. Null when no moment failed.
 */
export function layoutLoss(
  loss: Loss | null,
  columns: Columns,
  options: LayoutOptions,
  places: { band: number; steps: readonly StepLayout[]; plot: Box },
): LossLayout | null {
  const from = lostFrom(loss, columns);
  const sign = places.steps.find(({ id }) => id === loss?.step.id)?.moment?.at;
  if (!loss || from === null || !sign) return null;
  const lines = breakLabel(loss, columns, options, from);
  const labelBox = {
    x: from + labelGap,
    y: places.band + pad.top,
    width: Math.max(0, ...lines.map((line) => line.width)),
    height: heightOf(lines.length, 'transition'),
  };
  const y = labelBox.y + labelBox.height / 2;
  const { plot } = places;
  const rest = labelBox.x + labelBox.width + labelGap;
  return {
    stepId: loss.step.id,
    line:
      `M${sign.x} ${sign.y - momentRadius}V${y + corner}A${corner} ${corner} 0 0 1 ${sign.x + corner} ${y}H${labelBox.x - labelGap / 2}` +
      (rest < columns.right ? `M${rest} ${y}H${columns.right}` : ''),
    label: placeText(lines, 'transition', labelBox),
    labelBox,
    plot: { x: from, y: plot.y, width: columns.right - from, height: plot.height },
  };
}
