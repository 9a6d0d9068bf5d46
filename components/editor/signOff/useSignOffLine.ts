'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { watchEvents } from '@/components/live/watchEvents';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { fetchSignOffs } from './signOffRequests';

/** The line by which the map's sign-offs come in, for whoever may see them. */
export function useSignOffLine(): void {
  const { session, signOffs } = useEditor();
  const mayRead = useStore(signOffs, (state) => state.mayRead);
  const lost = useAccessLost();
  const { mapId } = session;
  useEffect(() => {
    if (!mayRead || lost) return;
    let asked = 0;
    let isOver = false;
    const load = async (): Promise<void> => {
      const mine = ++asked;
      try {
        const items = await fetchSignOffs(mapId);
        if (!isOver && mine === asked) signOffs.getState().take(items);
      } catch (error) {
        if (!isOver && mine === asked) signOffs.getState().fail(error);
      }
    };
    const stop = watchEvents(`map=${encodeURIComponent(mapId)}`, {
      onEvent(kind) {
        if (kind === 'signOff.changed' || kind === 'access.changed') void load();
      },
      onOpen: () => void load(),
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [mapId, signOffs, mayRead, lost]);
}
