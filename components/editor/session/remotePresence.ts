import type { PresenceState, PresenceUser } from '@/lib/document/presence';

/** One other open page (a person with two windows appears twice), as last heard of. */
export type RemotePresence = {
  /** The Yjs client of that page; the key for React. */
  clientId: number;
  user: PresenceUser;
  state: PresenceState;
};
