import { vi } from 'vitest';
import { randomRuns } from '@/tests/builders/randomRuns';

export const runs = () => randomRuns(60);

/** Runs a case with ids of records that are the same each time: equal orders are sorted by id, so a seed would not tell the same story twice. */
export function withSameIds(run: () => void): void {
  let state = 42;
  const spy = vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((values) => {
    if (values instanceof Uint8Array) {
      for (let index = 0; index < values.length; index++) {
        // A linear congruential generator; its upper bits are random enough for letters.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        values[index] = state >>> 24;
      }
    }
    return values;
  });
  try {
    run();
  } finally {
    spy.mockRestore();
  }
}
