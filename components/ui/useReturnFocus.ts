'use client';

import { useRef } from 'react';
import { focusedOpener, focusNear, type Place, placeOf } from './nearbyFocus';

/**
 * Gives the focus back to where it came from when a dialog without a trigger of its own closes, or, when that is gone by then, to what is near it; left alone it
 * would fall to the start of the page. `remember` before the focus moves into the dialog, `giveBack` as its `onCloseAutoFocus`.
 */
export function useReturnFocus(): { remember: () => void; giveBack: (event: Event) => void } {
  const place = useRef<Place | null>(null);
  return {
    remember: () => {
      const opener = focusedOpener();
      place.current = opener && placeOf(opener);
    },
    giveBack: (event) => {
      if (place.current && focusNear(place.current)) event.preventDefault();
    },
  };
}
