'use client';

import { useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { isPaused, timeLeft } from '@/lib/workshop/timer';
import { useEditor } from '../../session/EditorContext';

/** Milliseconds that are left of the timer, by the server's clock; renders again with each second. For small components only. */
export function useTimeLeft(timer: WorkshopTimer): number {
  const { workshop } = useEditor();
  const clockAhead = useStore(workshop, (state) => state.clockAhead);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (isPaused(timer)) return;
    let handle: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      const left = timeLeft(timer, Date.now() + clockAhead);
      if (left > 0) {
        handle = setTimeout(
          () => {
            tick();
            plan();
          },
          left % 1_000 || 1_000,
        );
      }
    };
    plan();
    return () => clearTimeout(handle);
  }, [timer, clockAhead]);
  return timeLeft(timer, Date.now() + clockAhead);
}
