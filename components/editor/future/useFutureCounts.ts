'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { asSeenFrom } from '@/lib/document/future/asSeenFrom';
import { groupSince } from '@/lib/document/future/sinceGroups';
import { readTaken } from '@/lib/document/future/takenNotes';
import { toWordPieces } from '@/lib/document/wordDiff';
import { compareStates } from '@/lib/map/compare/compareStates';
import { useEditor } from '../session/EditorContext';
import { leftOf } from './leftOf';

/** Milliseconds after a change at which the distance is counted anew: nobody who types waits for it. */
const afterChange = 1_500;

/** Counts how far the open map is from its baseline, and what of the current state waits for a decision; again when something changes. */
export function useFutureCounts(): void {
  const { session, future } = useEditor();
  const base = useStore(future, (state) => state.base);
  const current = useStore(future, (state) => state.current);
  const left = useStore(future, (state) => state.facts?.left);
  useEffect(() => {
    if (!base) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      if (session.isLooking.get() || !session.loaded.get()) return;
      const live = session.map.live();
      const { counts } = compareStates(base, asSeenFrom(base, live), toWordPieces);
      const differences = Object.values(counts).reduce((sum, number) => sum + number, 0);
      const open = current && groupSince({ base, current, future: live }, leftOf(left), readTaken(session.doc)).openCount;
      future.getState().count({ differences, open });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(count, afterChange);
    };
    // At once the first time; afterwards nobody who types waits for it.
    if (future.getState().counts === null) count();
    else later();
    const stops = [session.map.subscribe(later), session.loaded.subscribe(later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [session, future, base, current, left]);
}
