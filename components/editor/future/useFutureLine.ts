'use client';

import { useCallback, useEffect } from 'react';
import { watchEvents } from '@/components/live/watchEvents';
import { RequestError } from '@/components/workspace/request';
import { useEditor } from '../session/EditorContext';
import { useAccessLost } from '../session/useAccessLost';
import { fetchBase, fetchCurrent, fetchFuture } from './futureRequests';

/** Milliseconds between two looks at what the current state has become, while somebody sees the page. */
const lookAgain = 60_000;

/** The line by which it comes in what the open map was derived from, and what the current state has become since. `may`: whether this person may see versions. */
export function useFutureLine(may: boolean): void {
  const { session, future } = useEditor();
  const lost = useAccessLost();
  const reload = useReloadFuture();
  useEffect(() => {
    if (!may || lost) return;
    const stop = watchEvents(`map=${encodeURIComponent(session.mapId)}`, {
      onEvent(kind) {
        if (kind === 'future.changed' || kind === 'signOff.changed') void reload();
      },
      onOpen: () => void reload(),
    });
    const look = (): void => {
      const isAway = future.getState().facts?.origin?.source.place !== 'here';
      if (document.visibilityState === 'visible' && !isAway) void reload();
    };
    const timer = setInterval(look, lookAgain);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session.mapId, future, may, lost, reload]);
}

/** Asks again what the map was derived from, and for the current state as it is now. */
export function useReloadFuture(): () => Promise<void> {
  const { session, future } = useEditor();
  const { mapId } = session;
  return useCallback(async () => {
    try {
      const facts = await fetchFuture(mapId);
      future.getState().take(facts);
      const { origin } = facts;
      if (!origin) return;
      if (origin.hasContent && !future.getState().base) future.getState().takeMaps({ base: await fetchBase(mapId) });
      future.getState().takeMaps({ current: origin.source.place === 'here' ? await fetchCurrentOrNull(mapId) : null });
    } catch (error) {
      future.getState().fail(error);
    }
  }, [mapId, future]);
}

/** The current state may go, or out of sight, at any moment. */
async function fetchCurrentOrNull(mapId: string) {
  try {
    return await fetchCurrent(mapId);
  } catch (error) {
    if (error instanceof RequestError && error.problem?.code === 'notFound') return null;
    throw error;
  }
}
