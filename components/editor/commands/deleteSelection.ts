import { deleteCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { deleteLane } from '@/lib/document/operations/lanes';
import { unmarkMoment } from '@/lib/document/operations/moments';
import { deleteStage } from '@/lib/document/operations/stages';
import { deleteStep } from '@/lib/document/operations/steps';
import { deleteTouchpoint } from '@/lib/document/operations/touchpoints';
import { deleteTransition } from '@/lib/document/operations/transitions';
import { localOrigin } from '@/lib/document/schema';
import { unplacedStageId } from '@/lib/map/arrange';
import { findLaneIdOf, findStepIdOf, type MapIndex } from '../canvas/geometry/mapIndex';
import { neighbour } from '../canvas/geometry/neighbours';
import { type MapReference, referenceKey } from '../reference';
import type { Command, CommandContext } from './command';
import { type DeletedThings, deletedThings } from './deletedThings';
import { primary, selectedCards } from './targets';
import { undoOnce } from './undoOnce';

const isDeletable = (reference: MapReference): boolean =>
  reference.type !== 'meta' && reference.type !== 'cell' && !(reference.type === 'stage' && reference.id === unplacedStageId);

function deletable(context: CommandContext): MapReference[] {
  const { selected } = context.selection.getState();
  const cards = selectedCards(context).map((id): MapReference => ({ type: 'card', id }));
  return [...cards, ...selected.filter((reference) => reference.type !== 'card' && isDeletable(reference))];
}

/** What to select once these are gone: the card below or above, else the emptied cell; beside a step, stage or lane. */
export function afterwards(index: MapIndex, from: MapReference, gone: ReadonlySet<string>): MapReference | null {
  const stepId = findStepIdOf(index, from);
  const laneId = findLaneIdOf(index, from);
  const inCell = from.type === 'card' || from.type === 'touchpoint';
  const directions = from.type === 'lane' || inCell ? (['down', 'up'] as const) : (['right', 'left'] as const);
  for (const direction of directions) {
    const next = neighbour(index, from, direction);
    if (!next || gone.has(referenceKey(next))) continue;
    if (!inCell || (findLaneIdOf(index, next) === laneId && findStepIdOf(index, next) === stepId)) return next;
  }
  return inCell && stepId && laneId ? { type: 'cell', stepId, laneId } : null;
}

function deleteOne(context: CommandContext, reference: MapReference): void {
  const { doc } = context;
  switch (reference.type) {
    case 'step':
      deleteStep(doc, { id: reference.id });
      break;
    case 'stage':
      deleteStage(doc, { id: reference.id });
      break;
    case 'lane':
      deleteLane(doc, { id: reference.id });
      break;
    case 'touchpoint':
      deleteTouchpoint(doc, { id: reference.id });
      break;
    case 'transition':
      deleteTransition(doc, { id: reference.id });
      break;
    case 'moment':
      unmarkMoment(doc, { stepId: reference.id });
      break;
    case 'emotion':
      setEmotion(doc, { stepId: reference.stepId, personaId: reference.personaId, value: null });
      break;
    default:
      break;
  }
}

/** Deletes what is selected, in one step of undo. Cards of a deleted step or lane are kept in the tray. Returns what went. */
export function deleteSelected(context: CommandContext): DeletedThings {
  const doomed = deletable(context);
  const from = primary(context);
  const things = deletedThings(context.index, doomed);
  const next = from && afterwards(context.index, from, new Set(doomed.map(referenceKey)));
  context.doc.transact(() => {
    const cards = doomed.flatMap((reference) => (reference.type === 'card' ? [reference.id] : []));
    if (cards.length > 0) deleteCards(context.doc, { ids: cards });
    for (const reference of doomed) deleteOne(context, reference);
  }, localOrigin);
  context.undo.stopCapturing();
  if (next) context.selection.getState().select(next);
  else context.selection.getState().clear();
  return things;
}

/** Shows what a deletion took, and offers to take it back. */
export function tellDeleted(context: CommandContext, things: DeletedThings): void {
  const undo = undoOnce(context.undo, {
    onTooLate: () => context.notify({ type: 'undoTooLate' }),
    onUndone: () => {
      // The button that was pressed goes: the keyboard goes on at the map.
      context.focusCanvas();
      context.announce('undone');
    },
  });
  context.notify({ type: 'deleted', things, undo });
}

/** Deletes what is selected, and says what went. */
export const deleteSelection: Command = {
  id: 'deleteSelection',
  shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
  canPerform: (context) => context.canWrite && deletable(context).length > 0,
  perform: (context) => tellDeleted(context, deleteSelected(context)),
};
