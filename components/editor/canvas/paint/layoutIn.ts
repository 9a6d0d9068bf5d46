import type { Box, MapLayout } from '@/lib/map/layout/types';
import type { MapIndex } from '../geometry/mapIndex';
import { listVisible } from '../geometry/visible';

/** A layout with nothing on it but what reaches into a part of the map: what painting that part needs to look at. */
export function layoutIn(index: MapIndex, part: Box): MapLayout {
  const { steps, lanes, cards, touchpoints, said, transitions } = listVisible(index, part);
  return {
    ...index.layout,
    steps: [...steps],
    lanes: [...lanes],
    cards: [...cards],
    touchpoints: [...touchpoints],
    said: [...said],
    transitions: [...transitions],
  };
}
