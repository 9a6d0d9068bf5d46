'use client';

import { useSyncExternalStore } from 'react';
import { useEditor } from '../session/EditorContext';

/** Whether there is something to take back, and to do again. */
export function useUndoState(): { canUndo: boolean; canRedo: boolean } {
  const { undo } = useEditor();
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo, () => false);
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo, () => false);
  return { canUndo, canRedo };
}
