import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ShownVersion, Version, VersionPage } from './versionRequests';

/** Versions that were looked at are kept in memory, as long as nothing is heard of their answers: they never change, and can be looked at again without network. */
const keptInMemory = 4;

export type VersionsState = {
  /** The versions as far as they were listed, newest first; null before they were. */
  items: readonly Version[] | null;
  /** Whether there are older ones. */
  hasMore: boolean;
  /** The number of the version that is wanted in place of the live map; null: the live map. */
  wanted: number | null;
  /** The version that is shown. */
  shown: Version | null;
  /** Why what is wanted is not shown. */
  problem: unknown;
  kept: readonly ShownVersion[];
  take(page: VersionPage, after: 'newest' | 'older'): void;
  /** Shows a version, or (null) the live map again. */
  want(number: number | null): void;
  show(version: ShownVersion | null): void;
  fail(problem: unknown): void;
  /** Forgets what was looked at, as somebody may read something else of it now; or only this version. */
  forget(number?: number): void;
  /** Forgets what was looked at and is not shown, as answers may have been erased of it. */
  forgetOthers(): void;
};

export type VersionsStore = StoreApi<VersionsState>;

/** The versions of the open map, and the one that is looked at. `wanted`: which, to begin with. */
export function createVersionsStore(wanted: number | null): VersionsStore {
  return createStore<VersionsState>()((set, get) => ({
    items: null,
    hasMore: false,
    wanted,
    shown: null,
    problem: null,
    kept: [],
    take({ items, next }, after) {
      set({ items: after === 'older' ? [...(get().items ?? []), ...items] : items, hasMore: next !== null });
    },
    want: (number) => set({ wanted: number, problem: null }),
    show(version) {
      if (version === null) return set({ shown: null });
      const others = get().kept.filter((other) => other.version.number !== version.version.number);
      set({ shown: version.version, problem: null, kept: [version, ...others].slice(0, keptInMemory) });
    },
    fail: (problem) => set({ problem }),
    forget: (number) => set({ kept: number === undefined ? [] : get().kept.filter(({ version }) => version.number !== number) }),
    forgetOthers() {
      const { kept, shown } = get();
      set({ kept: kept.filter(({ version }) => version.number === shown?.number) });
    },
  }));
}
