import type { Command } from './command';

/** Selects nothing; the canvas itself takes the focus, and Tab leaves it. */
export const clearSelection: Command = {
  id: 'clearSelection',
  shortcuts: [{ key: 'Escape' }],
  canPerform: (context) => context.selection.getState().selected.length > 0,
  perform(context) {
    context.focusCanvas();
    context.selection.getState().clear();
  },
};
