import type { Command } from './command';

/** Takes back this person's last change. Always takes the key: the browser's own undo would reach into a text that is not open. */
export const undo: Command = {
  id: 'undo',
  shortcuts: [{ key: 'z', mod: true }],
  canPerform: (context) => context.canWrite,
  perform(context) {
    context.selection.getState().stopEditing();
    context.announce(context.undo.undo() ? 'undone' : 'nothingToUndo');
  },
};

export const redo: Command = {
  id: 'redo',
  shortcuts: [
    { key: 'z', mod: true, shift: true },
    { key: 'y', mod: true },
  ],
  canPerform: (context) => context.canWrite,
  perform(context) {
    context.selection.getState().stopEditing();
    context.announce(context.undo.redo() ? 'redone' : 'nothingToRedo');
  },
};
