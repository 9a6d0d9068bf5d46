import type * as Y from 'yjs';
import { takeOver } from '@/lib/document/future/takeOver';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { undoOnce } from '../commands/undoOnce';
import type { LockGuard } from '../session/lockGuard';
import type { UndoController } from '../session/mapSession';

type Editing = { doc: Y.Doc; undo: UndoController; locks: Pick<LockGuard, 'onRefused'> };

/**
 * Takes changes of the current state over as one step of undo. Returns what takes just that step back, and calls `onTooLate` instead once something of one's own came after it; null when nothing was
 * taken over.
 */
export function takeChanges(
  { doc, undo, locks }: Editing,
  states: { base: JourneyMap; current: JourneyMap },
  keys: readonly string[],
  onTooLate: () => void,
): (() => void) | null {
  let isRefused = false;
  const stop = locks.onRefused(() => {
    isRefused = true;
  });
  undo.stopCapturing();
  const taken = takeOver(doc, states, new Set(keys), { at: Date.now() });
  undo.stopCapturing();
  stop();
  // The leaders of a workshop have locked it: that is told elsewhere.
  return taken.length === 0 || isRefused ? null : undoOnce(undo, { onTooLate });
}
