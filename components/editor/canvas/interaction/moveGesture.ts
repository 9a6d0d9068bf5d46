import { toEmotion } from '@/lib/map/emotion';
import type { Point } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import {
  type Drop,
  findCardDrop,
  findLaneDrop,
  findStageDrop,
  findStepDrop,
  findTouchpointDrop,
  findTransitionEnd,
} from '../geometry/dropTarget';
import type { MapIndex } from '../geometry/mapIndex';
import type { Gesture } from '../gestures';

function findDrop(index: MapIndex, grabbed: MapReference, items: readonly MapReference[], at: Point): Drop | null {
  const ids = new Set(items.flatMap((item) => ('id' in item ? [item.id] : [])));
  switch (grabbed.type) {
    case 'card':
      return findCardDrop(index, at, ids);
    case 'touchpoint':
      return findTouchpointDrop(index, at, grabbed.id);
    case 'step':
      return findStepDrop(index, at, ids);
    case 'stage':
      return findStageDrop(index, at, ids);
    case 'lane':
      return findLaneDrop(index, at, ids);
    default:
      return null;
  }
}

/** The gesture with the pointer at another place of the map. */
export function moveGesture(index: MapIndex, gesture: Gesture, at: Point): Gesture {
  switch (gesture.type) {
    case 'marquee':
      return { ...gesture, to: at };
    case 'drag':
      return { ...gesture, at, drop: findDrop(index, gesture.grabbed, gesture.items, at) };
    case 'emotion': {
      const { plot } = index.layout.curve;
      return { ...gesture, value: toEmotion(2 - ((at.y - plot.y) / plot.height) * 4) };
    }
    case 'transition':
      return { ...gesture, at, to: findTransitionEnd(index, at, gesture.from) };
    default:
      return gesture;
  }
}
