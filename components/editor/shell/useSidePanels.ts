'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import type { usePanel } from './usePanel';

/** From this width on there is room for details and another panel beside the map. */
const roomForBoth = '(min-width: 1280px)';

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(roomForBoth);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/**
 * Details, and comments, the workshop or what customers said, beside the map: both where there is room, else these first, until the details are asked for.
 */
export function useSidePanels(panel: ReturnType<typeof usePanel>): {
  /** Whether the details have a place at all now, open or as the bar that opens them. */
  hasDetails: boolean;
  detailsOpen: boolean;
  toggleDetails: () => void;
} {
  const { comments, workshop, evidence } = useEditor();
  const commentsOpen = useStore(comments, (state) => state.isOpen && state.mayRead);
  const workshopOpen = useStore(workshop, (state) => state.isOpen);
  const evidenceOpen = useStore(evidence, (state) => state.isOpen && state.mayRead);
  const hasRoom = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(roomForBoth).matches,
    () => true,
  );
  const hasDetails = hasRoom || !(commentsOpen || workshopOpen || evidenceOpen);
  const detailsOpen = panel.open && hasDetails;
  const { setOpen } = panel;
  const toggleDetails = useCallback(() => {
    if (!hasDetails) {
      comments.getState().setOpen(false);
      workshop.getState().setOpen(false);
      evidence.getState().setOpen(false);
    }
    setOpen(!detailsOpen);
  }, [hasDetails, detailsOpen, comments, workshop, evidence, setOpen]);
  return { hasDetails, detailsOpen, toggleDetails };
}
