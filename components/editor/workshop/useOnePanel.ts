'use client';

import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useEditor } from '../session/EditorContext';

/** What of a panel's store is needed to share its place. */
type Panel = Pick<StoreApi<{ isOpen: boolean; setOpen(isOpen: boolean): void }>, 'getState' | 'subscribe'>;

/** Comments, workshop and what customers said share the place beside the map: the one that is opened last has it. */
export function useOnePanel(): void {
  const { comments, workshop, evidence } = useEditor();
  useEffect(() => {
    const panels: Panel[] = [comments, workshop, evidence];
    const stops = panels.map((panel) =>
      panel.subscribe((now, before) => {
        if (!now.isOpen || before.isOpen) return;
        for (const other of panels) if (other !== panel) other.getState().setOpen(false);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [comments, workshop, evidence]);
}
