import type { LoadClient } from './loadClient';
import { encodePresence } from './wire';

/** How often (ms) it is seen whose turn it is. */
const beatMs = 10;

/** Where somebody's pointer is and what they have selected, as the editor tells it. */
const stateOf = (index: number, clock: number): string =>
  JSON.stringify({
    user: { name: `Person ${index}`, colour: 'teal' },
    pointer: { x: (index * 37 + clock * 11) % 4_000, y: (index * 53 + clock * 7) % 2_000 },
    selection: [],
  });

/** Lets everybody show presence once a second, evenly over the second. Returns what ends it. */
export function showPresence(clients: readonly LoadClient[]): () => void {
  const start = performance.now();
  let shown = 0;
  const timer = setInterval(() => {
    // So many are due by now, in turn.
    const due = Math.floor(((performance.now() - start) / 1_000) * clients.length);
    for (; shown < due; shown++) {
      const index = shown % clients.length;
      const clock = Math.floor(shown / clients.length) + 1;
      clients[index]?.send(encodePresence(2_000_000 + index, clock, stateOf(index, clock)));
    }
  }, beatMs);
  return () => clearInterval(timer);
}
