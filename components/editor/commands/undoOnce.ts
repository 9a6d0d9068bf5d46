import type { UndoController } from '../session/mapSession';

/**
 * What takes back the step of undo that was just made, and not another one that came after it: for a button that is offered for a
 * while. `onTooLate` is called instead when something was done since, `onUndone` after it was taken back.
 */
export function undoOnce(undo: UndoController, told: { onTooLate: () => void; onUndone?: () => void }): () => void {
  let changed = false;
  const leave = undo.subscribe(() => {
    changed = true;
    leave();
  });
  return () => {
    leave();
    if (changed) told.onTooLate();
    else if (undo.undo()) told.onUndone?.();
  };
}
