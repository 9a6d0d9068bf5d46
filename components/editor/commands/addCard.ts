import { beginCard, type CardPlace } from '@/lib/document/operations/cards';
import { cellKey } from '@/lib/map/arrange';
import { placesOfCardPlace } from '../workshop/locks/placesOf';
import { touchpointLaneIds } from './addTouchpoint';
import type { Command, CommandContext } from './command';
import { currentCell, currentStep, primary } from './targets';

/** Adds an empty card and opens it for writing. Returns its id. */
export function addCardTo(context: CommandContext, at: CardPlace, text = ''): string | null {
  const reason = context.locks.at(placesOfCardPlace(context.index.map, at));
  if (reason) {
    context.locks.refuse(reason);
    return null;
  }
  const id = beginCard(context.doc, { at, text });
  if (!id) return null;
  if (text === '') context.drafts.add(id);
  context.selection.getState().edit({ type: 'card', id });
  return id;
}

function placeBeside(context: CommandContext, side: 'before' | 'after'): CardPlace | null {
  const at = primary(context);
  if (at?.type === 'card') return side === 'before' ? { before: at.id } : { after: at.id };
  const cell = currentCell(context);
  if (cell) return side === 'before' ? { ...cell, index: 0 } : cell;
  // At a step's header: its first lane that takes cards and is not folded away.
  const stepId = currentStep(context);
  const lane = context.index.map.lanes.find(({ id, folded }) => !folded && !touchpointLaneIds(context.index).has(id));
  if (!stepId || !lane || context.index.map.cells.get(cellKey(stepId, lane.id))?.length) return null;
  return { stepId, laneId: lane.id };
}

/** Writes another card below the one that is selected, or in the selected cell. */
export const addCard: Command = {
  id: 'addCard',
  shortcuts: [{ key: 'Enter', mod: true }],
  canPerform: (context) => context.canWrite && placeBeside(context, 'after') !== null,
  perform(context) {
    const at = placeBeside(context, 'after');
    if (at) addCardTo(context, at);
  },
};

/** Writes another card above the one that is selected. */
export const addCardAbove: Command = {
  id: 'addCardAbove',
  shortcuts: [{ key: 'Enter', mod: true, shift: true }],
  canPerform: (context) => context.canWrite && primary(context)?.type === 'card',
  perform(context) {
    const at = placeBeside(context, 'before');
    if (at) addCardTo(context, at);
  },
};
