import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SignOffAnswer, SignOffDetail } from '@/lib/signOffs/signOffAnswer';

export type SignOffState = {
  /** Whether this person may see who has signed, and put versions up. */
  mayRead: boolean;
  mayPutUp: boolean;
  /** Newest first; null before they were read. */
  items: readonly SignOffAnswer[] | null;
  /** Why they could not be read, the last time. */
  problem: unknown;
  /** Grows with everything that has changed: what depends on it is asked for again. */
  news: number;
  /** That a signature is wanted is not told over the live map again: of this sign-off. */
  hidden: string | null;
  allow(may: { mayRead: boolean; mayPutUp: boolean }): void;
  take(items: readonly SignOffAnswer[]): void;
  fail(problem: unknown): void;
  /** Takes one that was just changed. */
  put(signOff: SignOffDetail): void;
  hide(id: string): void;
};

export type SignOffStore = StoreApi<SignOffState>;

/** The sign-offs of the open map. */
export function createSignOffStore(): SignOffStore {
  return createStore<SignOffState>()((set, get) => ({
    ...{ mayRead: false, mayPutUp: false, items: null, problem: null, news: 0, hidden: null },
    allow: ({ mayRead, mayPutUp }) => set({ mayRead, mayPutUp, ...(mayRead ? {} : { items: null }) }),
    take: (items) => set({ items, problem: null, news: get().news + 1 }),
    fail: (problem) => set({ problem }),
    put({ changes: _, ...signOff }) {
      const others = (get().items ?? []).filter(({ id }) => id !== signOff.id);
      const items = [signOff, ...others].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
      set({ items, news: get().news + 1 });
    },
    hide: (hidden) => set({ hidden }),
  }));
}
