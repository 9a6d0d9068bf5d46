import type { Readable } from '../session/readable';
import type { SaveState } from '../session/saveState';

/**
 * Asks the browser, at the first edit without connection, not to clear this device's copies when room gets short. Some browsers ask the
 * person then: so not before there is something to lose. Returns what ends the waiting.
 */
export function askToPersist(saveState: Readable<SaveState>): () => void {
  const stop = saveState.subscribe(() => {
    const state = saveState.get();
    if (state.kind !== 'offline' || state.changes === 0) return;
    stop();
    void navigator.storage?.persist?.().catch(() => undefined);
  });
  return stop;
}
