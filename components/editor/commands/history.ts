import type { Command } from './command';

/** Takes back this person's last change. Always takes the key: the browser's own undo would reach into a text that is not open. */
export const undo: Command = {
  id: 'undo',
  shortcuts: [{ key: 'z', mod: true }],
  canPerform: (context) => context.canWrite,
  perform(context) {
    context.selection.getState().stopEditing();
    if (context.undo.undo()) context.announce('undone');
    // What is left was refused, and the reason has been said.
    else if (!context.undo.canUndo()) context.announce('nothingToUndo');
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
    if (context.undo.redo()) context.announce('redone');
    else if (!context.undo.canRedo()) context.announce('nothingToRedo');
  },
};
