import type { WritePlace } from '@/lib/workshop/lockAt';
import { placesOf } from '../workshop/locks/placesOf';
import type { CommandContext } from './command';
import type { CommandId } from './commandIds';
import { currentCell, currentStage, currentStep } from './targets';

/** Commands that change what is selected. Where a move would end is seen when it has: what goes into a locked part comes back at once. */
const onSelection: ReadonlySet<CommandId> = new Set([
  'connectStep',
  'deleteSelection',
  'duplicate',
  'edit',
  'foldLane',
  'hideLane',
  'laneFits',
  'laneLower',
  'laneTaller',
  'lowerEmotion',
  'lowerEmotionFine',
  'merge',
  'mergeWithNext',
  'moveDown',
  'moveLeft',
  'moveRight',
  'moveUp',
  'nextCardKind',
  'raiseEmotion',
  'raiseEmotionFine',
  'splitStage',
  'splitStep',
  'toggleMoment',
]);

const inCell: ReadonlySet<CommandId> = new Set(['addCard', 'addCardAbove', 'addFile']);
const beside: ReadonlySet<CommandId> = new Set(['addStepAfter', 'addStepBefore']);
const onMap: ReadonlySet<CommandId> = new Set(['addLaneAbove', 'addLaneBelow', 'addStageAfter', 'addStageBefore']);

/** Where a command would write, as far as can be told beforehand; nothing for those that write nothing. */
export function writtenPlaces(context: CommandContext, id: CommandId): WritePlace[] {
  const { map } = context.index;
  if (onSelection.has(id)) return context.selection.getState().selected.flatMap((reference) => placesOf(map, reference));
  if (inCell.has(id)) {
    const cell = currentCell(context);
    return cell ? placesOf(map, { type: 'cell', ...cell }) : [];
  }
  if (beside.has(id)) return [{ kind: 'step', stageId: currentStage(context) }];
  if (id === 'addTouchpoint') {
    const stepId = currentStep(context);
    return stepId ? placesOf(map, { type: 'step', id: stepId }) : [];
  }
  return onMap.has(id) ? [{ kind: 'map' }] : [];
}
