import type { Size } from '@/components/editor/canvas/geometry/viewport';
import type { Box } from '@/lib/map/layout/types';

/** From the edges of the picture to the buttons in its lower right corner, in pixels. */
const margin = 12;

/** What the buttons in the lower right corner of a picture lie over, on its screen. */
export function cornerCover(buttons: HTMLElement | null, { width, height }: Size): Box[] {
  if (!buttons) return [];
  const { offsetWidth, offsetHeight } = buttons;
  return [{ x: width - margin - offsetWidth, y: height - margin - offsetHeight, width: offsetWidth, height: offsetHeight }];
}
