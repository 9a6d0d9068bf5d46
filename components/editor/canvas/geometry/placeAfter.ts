import type { Box } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import { centreOf } from './box';
import { hitTest } from './hitTest';
import type { MapIndex } from './mapIndex';

/**
 * Where the keyboard goes on after something that is not drawn any more, and lay in `box`: on the folded lane that it is in, else on what lies
 * there now; null where there is nothing.
 */
export function placeAfter(index: MapIndex, gone: MapReference, box: Box): MapReference | null {
  const card = gone.type === 'card' ? index.cardRecords.get(gone.id) : undefined;
  return card ? { type: 'lane', id: card.pos.laneId } : hitTest(index, centreOf(box));
}
