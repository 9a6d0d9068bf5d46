import { findLaneIdOf, findStepIdOf } from '../canvas/geometry/mapIndex';
import type { MapReference } from '../reference';
import type { Command, CommandContext } from './command';
import { goTo } from './navigate';
import { primary } from './targets';

/** What something lies in: a card in its cell, a cell in its step, a step in its stage. */
function around(context: CommandContext): MapReference | null {
  const at = primary(context);
  if (!at) return null;
  const { index } = context;
  const stepId = findStepIdOf(index, at);
  if (!stepId || at.type === 'stage' || at.type === 'transition') return null;
  if (at.type === 'card' || at.type === 'touchpoint') {
    const laneId = findLaneIdOf(index, at);
    return laneId ? { type: 'cell', stepId, laneId } : { type: 'step', id: stepId };
  }
  if (at.type !== 'step') return { type: 'step', id: stepId };
  const stage = index.map.stages.find(({ steps }) => steps.some(({ id }) => id === stepId));
  return stage ? { type: 'stage', id: stage.id } : null;
}

/** Selects what the selected thing lies in: so a cell can be taken as a whole, and a column, without a mouse. */
export const selectAround: Command = {
  id: 'selectAround',
  shortcuts: [{ key: 'Enter', shift: true }],
  canPerform: (context) => around(context) !== null,
  perform(context) {
    const to = around(context);
    if (to) goTo(context, to);
  },
};
