import type { Box, StageLayout } from '@/lib/map/layout/types';
import type { MapIndex } from './mapIndex';

/** All that stands below the band of a stage, from its steps down to the last lane; without lanes, to the end of the curve. */
export function stageColumn({ layout, lanes }: Pick<MapIndex, 'layout' | 'lanes'>, { box }: Pick<StageLayout, 'box'>): Box {
  const top = box.y + box.height;
  const last = lanes.at(-1)?.box ?? layout.curve.box;
  return { x: box.x, y: top, width: box.width, height: Math.max(0, last.y + last.height - top) };
}
