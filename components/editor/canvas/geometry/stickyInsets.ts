import type { MapReference } from '../../reference';
import type { MapIndex } from './mapIndex';
import type { Insets, Viewport } from './viewport';

/**
 * What the titles that stay at the left edge and at the top would cover, in pixels of the screen. They cover what lies in lanes, and not
 * themselves.
 */
export function stickyInsets(index: MapIndex, viewport: Viewport, reference: MapReference): Insets {
  const inLane = reference.type === 'card' || reference.type === 'cell' || reference.type === 'touchpoint';
  const inColumn = inLane || reference.type === 'emotion';
  const header = index.lanes[0]?.header.width ?? 0;
  return {
    left: inColumn || reference.type === 'step' || reference.type === 'stage' ? header * viewport.zoom : 0,
    top: inColumn ? stickyTopHeight(index) * viewport.zoom : 0,
  };
}

/** Height of stage band and step headers together, in map pixels. */
export function stickyTopHeight(index: MapIndex): number {
  const stage = index.layout.stages[0];
  const step = index.steps[0];
  if (!stage) return 0;
  return (step ? step.box.y + step.box.height : stage.box.y + stage.box.height) - stage.box.y + 16;
}
