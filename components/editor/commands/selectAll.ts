import type { MapReference } from '../reference';
import type { Command, CommandContext } from './command';
import { primary } from './targets';

function everyLike(context: CommandContext): MapReference[] {
  const at = primary(context);
  const { layout, map } = context.index;
  if (at?.type === 'step') return map.steps.map(({ id }): MapReference => ({ type: 'step', id }));
  if (at?.type === 'stage') return layout.stages.map(({ id }): MapReference => ({ type: 'stage', id }));
  if (at?.type === 'lane') return layout.lanes.map(({ id }): MapReference => ({ type: 'lane', id }));
  return layout.cards.map(({ id }): MapReference => ({ type: 'card', id }));
}

/** Selects everything of the kind that is selected, else every card. */
export const selectAll: Command = {
  id: 'selectAll',
  shortcuts: [{ key: 'a', mod: true }],
  canPerform: () => true,
  perform(context) {
    const all = everyLike(context);
    context.selection.getState().select(...all);
    context.announce('selectedAll', { count: all.length });
  },
};
