import type { Awareness } from 'y-protocols/awareness';
import { type PresenceState, type PresenceUser, readPresence } from '@/lib/document/presence';
import { presenceColours } from '@/lib/map/layout/palette';
import { distinctColours } from './distinctColours';
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

/** What one page told, as it was read last. */
type Known = { raw: unknown; read: PresenceState | null; presence: RemotePresence | null };

/** The presence of a page in a colour; the one from before when nothing changed, so that nothing renders again. */
function toPresence(clientId: number, known: Known, colour: number): RemotePresence | null {
  const { read, presence } = known;
  if (!read) return null;
  if (presence && presence.state === read && presence.user.colour === colour) return presence;
  return { clientId, user: { ...read.user, colour }, state: read };
}

/** Presence over an awareness. What others send is read through the schema: broken states are left out. */
export function createPresenceChannel(awareness: Awareness, user: PresenceUser): PresenceChannel {
  let own: PresenceState = { user };
  const me = createWritable(user);
  const others = createWritable<readonly RemotePresence[]>([]);
  let known = new Map<number, Known>();

  const read = throttle(() => {
    const next = new Map<number, Known>();
    for (const [clientId, raw] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue;
      const before = known.get(clientId);
      // Awareness replaces a client's state object when it changes: the same object needs no second reading.
      next.set(clientId, before?.raw === raw ? before : { raw, read: readPresence(raw), presence: before?.presence ?? null });
    }
    known = next;
    const colours = distinctColours(
      [user, ...[...next.values()].flatMap((page) => page.read?.user ?? [])],
      presenceColours.length,
    );
    for (const [clientId, page] of next) {
      page.presence = toPresence(clientId, page, colours.get(page.read?.user.id ?? '') ?? 0);
    }
    others.set([...next.values()].flatMap(({ presence }) => presence ?? []).sort(compareNames));
    const colour = colours.get(user.id) ?? user.colour;
    if (colour !== me.get().colour) me.set({ ...user, colour });
  }, renderInterval);

  const tell = throttle(() => awareness.setLocalState(own), publishInterval);

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
