import type { Box } from '@/lib/map/layout/types';
import type { SceneContext } from './context';
import { mixColours } from './emphasis';

/** How much of its colour something that is only assumed loses to the ground, 0–1. */
export const assumedPart = 0.5;
/** Dash of the line around it; the disc of an assumed step has one, too. */
export const assumedDash = [4, 3] as const;

/** The box of something that is only assumed: paler, hatched, with a dashed line around it. Words on it stay as dark as ever. */
export function drawAssumedBox(
  { pen, colour, ground }: SceneContext,
  box: Box,
  fill: string,
  radius: number,
  stroke?: string,
): void {
  pen.box(box, { fill: mixColours(fill, ground, assumedPart), radius });
  const inset = Math.min(radius, 4) / 2;
  pen.hatch(
    { x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset, height: box.height - 2 * inset },
    colour('hatch'),
  );
  pen.box(box, { stroke: stroke ?? colour('lineStrong'), strokeWidth: stroke ? 2.5 : 1.25, radius, dash: assumedDash });
}
