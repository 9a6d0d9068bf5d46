import { toEmotion } from '@/lib/map/emotion';
import type { Point } from '@/lib/map/layout/types';
import { toLaneHeight } from '../../commands/laneHeight';
import type { MapReference } from '../../reference';
import { contains } from '../geometry/box';
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

/** How far in map pixels the pointer has to be from a step's handle before anything is drawn. */
const away = 24;

function isAway(index: MapIndex, stepId: string, at: Point): boolean {
  const box = index.stepById.get(stepId)?.box;
  return box !== undefined && Math.hypot(at.x - box.x - box.width / 2, at.y - box.y) > away && !contains(box, at);
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
    case 'laneHeight': {
      const lane = index.laneById.get(gesture.laneId);
      if (!lane) return gesture;
      // On the grid of the paper, so that two lanes that are to be of one height are.
      const asked = Math.round((gesture.before + at.y - gesture.from.y) / 4) * 4;
      return { ...gesture, height: toLaneHeight(lane, asked) };
    }
    case 'transition': {
      const over = findTransitionEnd(index, at);
      const wasAway = gesture.wasAway || isAway(index, gesture.from, at);
      // A hand that only trembled on the handle draws nothing: neither a loop nor an exit.
      return { ...gesture, at, wasAway, to: wasAway ? over : undefined };
    }
    case 'retarget': {
      const { start, end } = gesture;
      const over = Math.hypot(at.x - start.x, at.y - start.y) < away ? undefined : findTransitionEnd(index, at);
      return { ...gesture, at, to: end === 'from' ? (over ?? undefined) : over };
    }
    default:
      return gesture;
  }
}
