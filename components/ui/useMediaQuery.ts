'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Narrower than this a page is laid out for one thumb. */
export const phoneQuery = '(max-width: 639px)';

/** Whether the window is as a media query says; on the server, whether it is not. Renders again when that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
