'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False while the server's page is taken over, true afterwards: for what only the browser knows, such as its time zone. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
