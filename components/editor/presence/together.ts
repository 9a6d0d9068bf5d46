import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PresenceUser } from '@/lib/document/presence';
import type { Point } from '@/lib/map/layout/types';
import type { Sight } from '../session/navigation';
import type { PresenceChannel } from '../session/presenceChannel';

/** A place that somebody shows: a point of the map, the key of what is there, or both. */
export type LookPlace = { at: Point | null; key: string | null };
/** What somebody shows now. `id` is another one each time. */
export type Look = LookPlace & { id: string; user: PresenceUser };

/** Milliseconds between two “look here”, and between two times that everybody is brought somewhere. */
export const lookPause = 1_500;
export const gatherPause = 4_000;
/** Milliseconds that a place is shown: time enough to go there from elsewhere on the map. */
const shownFor = 10_000;
/** More than this at once say no more. */
const mostLooks = 6;

/** What people do together on a map by presence alone. Nothing of it is stored. */
export type TogetherState = {
  /** Whose view this page follows, by actor id. */
  following: string | null;
  /** What is shown now, oldest first. */
  looks: readonly Look[];
  follow(actorId: string): void;
  stopFollowing(): void;
  /** Shows a place to everybody, oneself included. False when that was done a moment ago. */
  lookHere(place: LookPlace): boolean;
  /** Brings everybody to what is in sight here; those obey whose server says that this person leads. False when it was done a moment ago. */
  gather(sight: Sight): boolean;
  addLook(look: Look): void;
  endLook(id: string): void;
};

export type TogetherStore = StoreApi<TogetherState>;

/** The togetherness of one page. `now` only for tests. */
export function createTogether(
  presence: Pick<PresenceChannel, 'publish' | 'me'>,
  now: () => number = () => performance.now(),
): TogetherStore {
  let [looks, gathers] = [0, 0];
  let [lookedAt, gatheredAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return createStore<TogetherState>()((set, get) => ({
    following: null,
    looks: [],
    follow: (following) => set({ following }),
    stopFollowing: () => set({ following: null }),
    lookHere(place) {
      if (now() - lookedAt < lookPause) return false;
      lookedAt = now();
      looks += 1;
      presence.publish({ look: { count: looks, ...place } });
      const user = presence.me.get();
      get().addLook({ id: `${user.id} own ${looks}`, user, ...place });
      return true;
    },
    gather({ viewport, near }) {
      if (now() - gatheredAt < gatherPause) return false;
      gatheredAt = now();
      gathers += 1;
      set({ following: null });
      presence.publish({ summons: { count: gathers, viewport, near } });
      return true;
    },
    addLook(look) {
      // One person shows one place at a time.
      set({ looks: [...get().looks.filter(({ user }) => user.id !== look.user.id), look].slice(-mostLooks) });
      setTimeout(() => get().endLook(look.id), shownFor);
    },
    endLook: (id) => set({ looks: get().looks.filter((look) => look.id !== id) }),
  }));
}
