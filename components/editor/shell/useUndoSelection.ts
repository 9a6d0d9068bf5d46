'use client';

import { useEffect } from 'react';
import { toReference } from '../canvas/geometry/parseReference';
import { referenceKey } from '../reference';
import { useEditor } from '../session/EditorContext';

/** Undo and redo bring back what was selected at the time, so that one sees what came back. */
export function useUndoSelection(): void {
  const { undo, selection } = useEditor();
  useEffect(() => {
    undo.keepSelection({
      read: () => selection.getState().selected.map(referenceKey),
      restore: (keys) => selection.getState().select(...keys.flatMap((key) => toReference(key) ?? [])),
    });
    return () => undo.keepSelection(null);
  }, [undo, selection]);
}
