import { moveCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { moveLane } from '@/lib/document/operations/lanes';
import type { Place } from '@/lib/document/operations/places';
import { moveStage } from '@/lib/document/operations/stages';
import { moveSteps } from '@/lib/document/operations/steps';
import { moveTouchpoint } from '@/lib/document/operations/touchpoints';
import { localOrigin } from '@/lib/document/schema';
import type { WritePlace } from '@/lib/workshop/lockAt';
import type { CommandContext } from '../../commands/command';
import { changeLaneHeight } from '../../commands/laneHeight';
import { placesOf } from '../../workshop/locks/placesOf';
import { boxBetween } from '../geometry/box';
import type { Drop } from '../geometry/dropTarget';
import { listTouched } from '../geometry/hitTest';
import type { Gesture } from '../gestures';
import { connectSteps, retarget } from './connectSteps';

/** Drops things of a row one behind the other, in one step of undo. */
function dropRow(
  { doc }: CommandContext,
  ids: readonly string[],
  place: Place,
  move: (id: string, place: Place) => boolean,
): boolean {
  return doc.transact(() => {
    let next = place;
    let moved = false;
    for (const id of ids) {
      moved = move(id, next) || moved;
      next = { after: id };
    }
    return moved;
  }, localOrigin);
}

/** Where a drop would put something; what is dragged has been asked for when it was taken hold of. */
function placesOfDrop({ index }: CommandContext, target: Drop): WritePlace[] {
  if (target.type === 'cards') return placesOf(index.map, { type: 'cell', stepId: target.stepId, laneId: target.laneId });
  if (target.type === 'steps') return [{ kind: 'step', stageId: target.stageId }];
  return target.type === 'touchpoint' ? placesOf(index.map, { type: 'step', id: target.stepId }) : [];
}

function drop(context: CommandContext, gesture: Extract<Gesture, { type: 'drag' }>): boolean {
  const { doc } = context;
  const { drop: target, items } = gesture;
  if (!target) return false;
  const reason = context.locks.at(placesOfDrop(context, target));
  if (reason) {
    context.locks.refuse(reason);
    return false;
  }
  const ids = items.flatMap((item) => ('id' in item ? [item.id] : []));
  const [id] = ids;
  if (id === undefined) return false;
  const before: Place | null = target.beforeId ? { before: target.beforeId } : null;
  const end: Place = { index: Number.MAX_SAFE_INTEGER };
  switch (target.type) {
    case 'cards':
      return moveCards(doc, {
        ids,
        to: target.beforeId ? { before: target.beforeId } : { stepId: target.stepId, laneId: target.laneId },
      });
    case 'steps':
      return moveSteps(doc, { ids, to: target.beforeId ? { before: target.beforeId } : { stageId: target.stageId } });
    case 'touchpoint':
      return moveTouchpoint(doc, { id, to: target.beforeId ? { before: target.beforeId } : { stepId: target.stepId } });
    case 'stage':
      return dropRow(context, ids, before ?? end, (one, place) => moveStage(doc, { id: one, place }));
    case 'lane':
      return dropRow(context, ids, before ?? end, (one, place) => moveLane(doc, { id: one, place }));
  }
}

/** Does what a finished gesture means. The document changes only here: on the way, others see it by presence. */
export function endGesture(context: CommandContext, gesture: Gesture, extend: boolean): void {
  // What was begun on the live map may end over a version that has come to be shown.
  if (!context.canWrite && gesture.type !== 'marquee') return;
  const selection = context.selection.getState();
  switch (gesture.type) {
    case 'marquee': {
      const touched = listTouched(context.index, boxBetween(gesture.from, gesture.to));
      if (extend) selection.extend(touched);
      else selection.select(...touched);
      break;
    }
    case 'drag':
      if (drop(context, gesture)) context.announce('dropped');
      break;
    case 'emotion':
      setEmotion(context.doc, { stepId: gesture.stepId, personaId: gesture.personaId, value: gesture.value });
      context.announce('emotion', { value: gesture.value });
      break;
    case 'laneHeight': {
      const lane = context.index.laneById.get(gesture.laneId);
      if (!lane) return;
      changeLaneHeight(context, lane, gesture.height);
      selection.select({ type: 'lane', id: lane.id });
      break;
    }
    case 'transition':
      if (gesture.to === undefined) return;
      connectSteps(context, gesture.from, gesture.to);
      break;
    case 'retarget':
      if (gesture.to === undefined) return;
      retarget(context, gesture.id, gesture.end, gesture.to);
      break;
    default:
      return;
  }
  // What comes next is a step of undo by itself.
  context.undo.stopCapturing();
}
