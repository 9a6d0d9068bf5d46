import type { Touchpoint } from '../touchpoint';
import { grid } from './grid';
import { heightOf, placeText } from './textBlock';
import type { Box, LayoutOptions, TouchpointLayout } from './types';
import { wrapOf } from './wrap';

/** Size of a channel's sign, and its place in the chip. */
export const channelSignSize = 16;
export const channelSignInset = 10;
const padding = { left: channelSignInset + channelSignSize + 8, right: 12, y: 8 };

/** Touchpoints of a step as chips, one below the other: the channel's sign, then the name, or the channel's name. */
export function layoutTouchpoints(
  touchpoints: readonly Touchpoint[],
  laneId: string,
  cell: Omit<Box, 'height'>,
  options: LayoutOptions,
): { touchpoints: TouchpointLayout[]; bottom: number } {
  const wrap = wrapOf(options.measure);
  let y = cell.y;
  const laid = touchpoints.map((touchpoint): TouchpointLayout => {
    const name = touchpoint.name.trim();
    const text = name === '' ? options.labels.channel(touchpoint.channel) : name;
    const lines = wrap(text, 'card', cell.width - padding.left - padding.right);
    const box = { ...cell, y, height: heightOf(Math.max(1, lines.length), 'card') + 2 * padding.y };
    y += box.height + grid.gap;
    return {
      id: touchpoint.id,
      stepId: touchpoint.pos.stepId,
      laneId,
      box,
      channel: touchpoint.channel,
      text: placeText(lines, 'card', { x: cell.x + padding.left, y: box.y + padding.y }),
    };
  });
  return { touchpoints: laid, bottom: laid.length === 0 ? cell.y : y - grid.gap };
}
