import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { isSameValue } from '@/lib/map/sameValue';
import type { FutureFacts } from './futureRequests';

export type FutureState = {
  /** What the map was derived from, and what was derived from it; null before that is known. */
  facts: FutureFacts | null;
  /** What was on the version that it starts from, and what the current state has become; null: not known, or not to be seen. */
  base: JourneyMap | null;
  current: JourneyMap | null;
  problem: unknown;
  /** How many things differ from the baseline, and how many changes of the current state wait for a decision; null before they are counted. */
  counts: { differences: number; open: number | null } | null;
  take(facts: FutureFacts): void;
  takeMaps(maps: { base?: JourneyMap; current?: JourneyMap | null }): void;
  fail(problem: unknown): void;
  count(counts: FutureState['counts']): void;
  /** Notes a decision before the server has told it to everybody. */
  decide(changes: readonly { key: string; fingerprint: string }[], left: boolean): void;
};

export type FutureStore = StoreApi<FutureState>;

/** What the open map, if it is a future state, was derived from; and the future states that were derived from it. */
export function createFutureStore(): FutureStore {
  return createStore<FutureState>()((set, get) => ({
    ...{ facts: null, base: null, current: null, problem: null, counts: null },
    take: (facts) => set({ facts: isSameValue(facts, get().facts) ? get().facts : facts, problem: null }),
    takeMaps({ base, current }) {
      if (base) set({ base });
      if (current !== undefined && !isSameValue(current, get().current)) set({ current });
    },
    fail: (problem) => set({ problem }),
    count: (counts) => set({ counts }),
    decide(changes, left) {
      const { facts } = get();
      if (!facts) return;
      const keys = new Set(changes.map(({ key }) => key));
      const others = facts.left.filter(({ key }) => !keys.has(key));
      set({ facts: { ...facts, left: left ? [...others, ...changes] : others } });
    },
  }));
}
