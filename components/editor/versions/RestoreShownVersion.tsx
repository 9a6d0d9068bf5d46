'use client';

import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { RestoreVersionDialog } from './RestoreVersionDialog';

/** The same for the version that is shown, while one is. */
export function RestoreShownVersion({ onClose }: { onClose: () => void }) {
  const shown = useStore(useEditor().versions, (state) => state.shown);
  return shown ? <RestoreVersionDialog version={shown} onClose={onClose} /> : null;
}
