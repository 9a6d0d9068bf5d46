import type { SelectionStore } from '../../selection';
import type { Readable } from '../../session/readable';

/**
 * Ends editing for as long as nothing may be written: whatever was open is drawn again, and stays selected. Returns what stops watching.
 */
export function closeWithoutAccess(canWrite: Readable<boolean>, selection: SelectionStore): () => void {
  const close = (): void => {
    if (!canWrite.get()) selection.getState().stopEditing();
  };
  close();
  const leaveAccess = canWrite.subscribe(close);
  // Also what is opened at the very moment at which access goes, by somebody else's undo or a key already on its way.
  const leaveSelection = selection.subscribe(close);
  return () => {
    leaveAccess();
    leaveSelection();
  };
}
