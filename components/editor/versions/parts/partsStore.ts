import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapPart } from '@/lib/document/restore/parts';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Version } from '../versionRequests';

/**
 * A version of the open map, what was on it, and where things that moved stand a second time on the map that is shown: the ids of these, and those of
 * the things themselves.
 */
export type PartsSource = { version: Version; map: JourneyMap; ghosts: ReadonlyMap<string, string> };

/** Parts that somebody wants back, as they were on a version. */
export type AskedParts = { source: PartsSource; parts: readonly MapPart[] };

export type PartsState = {
  /** The version from which parts can be brought back now: one that is shown, or compared with the live map; null: none. */
  source: PartsSource | null;
  /** Whether this person may. */
  mayRestore: boolean;
  /** What is asked for, before it is done. */
  asked: AskedParts | null;
  offer(source: PartsSource | null, mayRestore: boolean): void;
  /** Asks whether these parts of the version at hand are brought back. */
  ask(parts: readonly MapPart[]): void;
  close(): void;
};

export type PartsStore = StoreApi<PartsState>;

/** Which parts of a version can be brought back, and which are to be. */
export function createPartsStore(): PartsStore {
  return createStore<PartsState>()((set, get) => ({
    source: null,
    mayRestore: false,
    asked: null,
    offer: (source, mayRestore) => set({ source, mayRestore }),
    ask(parts) {
      const { source, mayRestore } = get();
      if (source && mayRestore && parts.length > 0) set({ asked: { source, parts } });
    },
    close: () => set({ asked: null }),
  }));
}
