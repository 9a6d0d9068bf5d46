'use client';

import { useEffect, useState } from 'react';
import type { SaveState } from '../session/saveState';

/** How long (milliseconds) "saving" is shown at least, so that fast saving does not flicker with every letter. */
const shortestSaving = 600;

/**
 * The state as it is shown: "saving" stays for a moment before "saved" follows. Never the other way round:
 * nothing is called saved before it is.
 */
export function useSteadySaveState(state: SaveState): SaveState {
  const [shown, setShown] = useState(state);
  const waits = shown.kind === 'saving' && state.kind === 'saved';
  // In the render itself: an effect would leave an update behind with every letter and confirmation, and where a busy page does not get to it in
  // between, React takes fifty in a row for a loop and throws.
  if (!waits && shown !== state) setShown(state);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setShown(state), shortestSaving);
    return () => clearTimeout(timer);
  }, [state, waits]);
  return waits ? shown : state;
}
