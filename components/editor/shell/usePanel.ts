'use client';

import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';

const storageKey = 'wegmarke-panel';
/** Below this width the panel is a sheet over the map, and opens only when it is asked for. */
export const wideEnough = '(min-width: 1024px)';

function readChoice(): 'open' | 'closed' | null {
  try {
    const stored = window.localStorage.getItem(storageKey);
    return stored === 'open' || stored === 'closed' ? stored : null;
  } catch {
    return null;
  }
}

/**
 * Whether the side panel is open. It opens by itself when something is selected on a wide screen, until somebody closes it;
 * from then on it stays as it was left.
 */
export function usePanel(): { open: boolean; setOpen: (open: boolean) => void; toggle: () => void } {
  const { selection, comments, workshop, evidence } = useEditor();
  const [choice, setChoice] = useState<'open' | 'closed' | null>(readChoice);
  const [open, setOpenState] = useState(() => choice === 'open' && window.matchMedia(wideEnough).matches);
  const hasSelection = useStore(selection, (state) => state.selected.length > 0);

  useEffect(() => {
    // Beside comments or a workshop there is little room for what nobody asked for.
    if ([comments, workshop, evidence].some((store) => store.getState().isOpen)) return;
    if (hasSelection && choice === null && window.matchMedia(wideEnough).matches) setOpenState(true);
  }, [hasSelection, choice, comments, workshop, evidence]);

  const setOpen = useCallback((next: boolean) => {
    setOpenState(next);
    if (!window.matchMedia(wideEnough).matches) return;
    const nextChoice = next ? 'open' : 'closed';
    setChoice(nextChoice);
    try {
      window.localStorage.setItem(storageKey, nextChoice);
    } catch {
      // A browser that stores nothing forgets the choice; the panel works all the same.
    }
  }, []);

  return { open, setOpen, toggle: () => setOpen(!open) };
}
