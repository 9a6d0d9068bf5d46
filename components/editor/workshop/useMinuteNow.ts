'use client';

import { useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';

/** How often times of the clock are worked out anew, in milliseconds. */
const often = 10_000;

/** The server's clock; renders again every few seconds, for what is told in minutes. */
export function useMinuteNow(): number {
  const { workshop } = useEditor();
  const clockAhead = useStore(workshop, (state) => state.clockAhead);
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const handle = setInterval(tick, often);
    return () => clearInterval(handle);
  }, []);
  return Date.now() + clockAhead;
}
