import type { Awareness } from 'y-protocols/awareness';
import { type PresenceState, type PresenceUser, readPresence } from '@/lib/document/presence';
import { presenceColours } from '@/lib/map/layout/palette';
import { distinctColour } from './distinctColour';
import { createWritable, type Readable } from './readable';
import type { RemotePresence } from './remotePresence';
import { throttle } from './throttle';

/** Shortest pause between two messages about ourselves, and between two renderings of the others (milliseconds). */
const publishInterval = 50;
const renderInterval = 100;

/** Who else is here, and what this page tells about itself. */
export type PresenceChannel = {
  awareness: Awareness;
  /** Oneself, in a colour that nobody else here has while there are enough. */
  me: Readable<PresenceUser>;
  /** Other pages, sorted by name then client; at most ten new values a second. */
  others: Readable<readonly RemotePresence[]>;
  /** Changes parts of what this page tells; parts that are not named stay. `user` is set by the session. */
  publish(part: Partial<Omit<PresenceState, 'user'>>): void;
  destroy(): void;
};

function compareNames(a: RemotePresence, b: RemotePresence): number {
  return a.user.name.localeCompare(b.user.name) || a.clientId - b.clientId;
}

/** Presence over an awareness. What others send is read through the schema: broken states are left out. */
export function createPresenceChannel(awareness: Awareness, user: PresenceUser): PresenceChannel {
  let own: PresenceState = { user };
  const me = createWritable(user);
  const others = createWritable<readonly RemotePresence[]>([]);
  // Awareness replaces a client's state object when it changes: the same object needs no second reading.
  let known = new Map<number, { raw: unknown; presence: RemotePresence | null }>();

  const tell = throttle(() => awareness.setLocalState(own), publishInterval);

  const read = throttle(() => {
    const next: typeof known = new Map();
    for (const [clientId, raw] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue;
      const before = known.get(clientId);
      if (before && before.raw === raw) {
        next.set(clientId, before);
        continue;
      }
      const state = readPresence(raw);
      next.set(clientId, { raw, presence: state && { clientId, user: state.user, state } });
    }
    known = next;
    const list = [...next.values()].flatMap(({ presence }) => presence ?? []).sort(compareNames);
    others.set(list);
    const colour = distinctColour({ clientId: awareness.clientID, user }, list, presenceColours.length);
    if (colour === own.user.colour) return;
    me.set({ ...user, colour });
    own = { ...own, user: me.get() };
    tell();
  }, renderInterval);

  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if ([added, updated, removed].some((clients) => clients.some((clientId) => clientId !== awareness.clientID))) read();
  };
  awareness.on('change', onChange);
  awareness.setLocalState(own);

  return {
    awareness,
    me,
    others,
    publish(part) {
      own = { ...own, ...part };
      tell();
    },
    destroy() {
      read.cancel();
      tell.cancel();
      awareness.off('change', onChange);
    },
  };
}
