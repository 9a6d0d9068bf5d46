import { firstReference } from '../canvas/geometry/neighbours';
import type { Command } from './command';
import { goTo } from './navigate';

/** From the canvas itself to the first thing on the map. */
export const selectMap: Command = {
  id: 'selectMap',
  shortcuts: [{ key: 'Enter' }],
  canPerform: (context) => context.selection.getState().selected.length === 0,
  perform: (context) => goTo(context, firstReference(context.index)),
};
