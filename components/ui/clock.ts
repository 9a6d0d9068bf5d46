'use client';

import { useSyncExternalStore } from 'react';
import { useNow } from 'use-intl';

/** How often it is looked at anew, in milliseconds. */
const often = 10_000;

const listeners = new Set<() => void>();
let now: Date | null = null;
let handle: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date();
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    // What it said when somebody looked last may be long ago.
    tick();
    handle = setInterval(tick, often);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(handle);
  };
}

const read = (): Date => {
  now ??= new Date();
  return now;
};

/** The page's clock, for whoever looks at it: it goes as long as somebody does. */
export const clock = { subscribe, read };

/** The time, one for the whole page. Until the browser has taken the page over: when the page was made. */
export function useClock(): Date {
  const made = useNow();
  return useSyncExternalStore(clock.subscribe, clock.read, () => made);
}
