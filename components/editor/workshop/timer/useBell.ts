'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { WorkshopTimer } from '@/lib/workshop/state';
import { endOf } from '@/lib/workshop/timer';
import { useEditor } from '../../session/EditorContext';
import { ringOnce } from './ringOnce';
import type { Sound } from './sound';
import { watchTimer } from './watchTimer';

/** Milliseconds of vibration and of rest. */
const vibration = [250, 120, 250, 120, 250];

/**
 * Rings and vibrates when the timer ends. Returns what has just happened to it: a minute is left, or it is over, and how often the bell was heard
 * here.
 */
export function useBell(timer: WorkshopTimer | null, sound: Sound): { moment: 'lastMinute' | 'over' | null; rung: number } {
  const { workshop } = useEditor();
  const clockAhead = useStore(workshop, (state) => state.clockAhead);
  const [moment, setMoment] = useState<{ end: string; kind: 'lastMinute' | 'over' } | null>(null);
  const [rung, setRung] = useState(0);
  const end = timer ? endOf(timer) : '';
  useEffect(() => {
    if (!timer) return;
    let stopWaiting: () => void = () => undefined;
    const ring = (): boolean => {
      const isHeard = sound.ring();
      if (isHeard) setRung((times) => times + 1);
      return isHeard;
    };
    const stop = watchTimer(timer, () => Date.now() + clockAhead, {
      onLastMinute: () => setMoment({ end: endOf(timer), kind: 'lastMinute' }),
      onEnd(isLate) {
        setMoment({ end: endOf(timer), kind: 'over' });
        if (isLate) return;
        stopWaiting = ringOnce(endOf(timer), ring);
        if (sound.state.get() !== 'muted') navigator.vibrate?.(vibration);
      },
    });
    return () => {
      stop();
      stopWaiting();
    };
  }, [timer, sound, clockAhead]);
  return { moment: moment?.end === end ? moment.kind : null, rung };
}
