import type { SyncLimits } from './limits';
import {
  encodePresenceEntries,
  type PresenceEntry,
  parsePresenceEntries,
  type RawPresenceEntry,
  withIdentity,
} from './presenceEntries';
import { encodeAwarenessFrame } from './protocol';

/** A connection, as presence sees it. */
export type Present = {
  readonly sessionId: string;
  readonly actorId: string;
  readonly identity: Readonly<Record<string, unknown>>;
  /** Whether the connection has answered the server's first question, and so may have seen others' presence. */
  readonly hasAnswered: boolean;
};

type Known<P> = { by: P; clock: number; state: string };

/** Rooms with many people send presence less often: this many milliseconds more for each person, up to the longest pause. */
const pausePerPerson = 1;
const longestPause = 500;
/** So many of those who left are remembered, against late echoes. */
const rememberedDepartures = 2_000;

/**
 * Who is in a room and what they point at. Not stored. The server speaks for identities: each connection has one awareness
 * client id, the one that it named first, and entries for any other id are dropped without punishment, because stock clients
 * echo whatever they receive.
 */
export class Presence<P extends Present> {
  private readonly known = new Map<number, Known<P>>();
  private readonly idOf = new Map<P, number>();
  /** What has changed since presence last went out; the clock of those who left is kept here. */
  private readonly changed = new Map<number, PresenceEntry>();
  /** Whose the ids of those who left are. */
  private readonly departed = new Map<number, string>();
  private timer: NodeJS.Timeout | null = null;
  private readonly limits: Pick<SyncLimits, 'presenceMs' | 'presenceBytes'>;
  private readonly broadcast: (frame: Uint8Array) => void;
  private readonly mayName: (by: P, clientId: number) => boolean;

  /** `mayName` is asked before an id becomes a connection's own. */
  constructor(
    limits: Pick<SyncLimits, 'presenceMs' | 'presenceBytes'>,
    broadcast: (frame: Uint8Array) => void,
    mayName: (by: P, clientId: number) => boolean = () => true,
  ) {
    this.limits = limits;
    this.broadcast = broadcast;
    this.mayName = mayName;
  }

  /** Takes in what a connection says. Throws `MalformedFrame`. */
  receive(by: P, entries: Uint8Array): void {
    for (const entry of parsePresenceEntries(entries)) {
      if (this.speaksFor(by, entry)) this.take(by, entry);
    }
  }

  /**
   * Whether an entry is the connection's own; its first one binds the id to it. The id of somebody who has left waits for them. What
   * comes after the connection's answer may be an echo, and binds neither the id of somebody else who is here nor one that was left.
   */
  private speaksFor(by: P, { clientId }: RawPresenceEntry): boolean {
    const own = this.idOf.get(by);
    if (own !== undefined) return own === clientId;
    const holder = this.known.get(clientId)?.by;
    const left = this.departed.get(clientId);
    if (left !== undefined && (by.hasAnswered || left !== by.actorId)) return false;
    if (holder && by.hasAnswered) return false;
    // The same session may come back for its id while the server has not noticed yet that the old connection is gone.
    if ((holder && holder.sessionId !== by.sessionId) || !this.mayName(by, clientId)) return false;
    if (holder) this.idOf.delete(holder);
    this.idOf.set(by, clientId);
    return true;
  }

  private take(by: P, entry: RawPresenceEntry): void {
    if (entry.bytes > this.limits.presenceBytes) return;
    const { clientId, clock } = entry;
    const before = this.known.get(clientId);
    if (before) before.by = by;
    const state = withIdentity(entry.readState(), by.identity);
    const isNews = !before || clock > before.clock || (clock === before.clock && state === null);
    if (!isNews) return;
    if (state === null) this.forget(clientId, by);
    else this.known.set(clientId, { by, clock, state });
    if (state !== null || before) this.tell({ clientId, clock, state });
  }

  /** The connection has closed. */
  leave(by: P): void {
    const clientId = this.idOf.get(by);
    this.idOf.delete(by);
    const known = clientId === undefined ? undefined : this.known.get(clientId);
    if (clientId === undefined || known?.by !== by) return;
    this.forget(clientId, by);
    this.tell({ clientId, clock: known.clock, state: null });
  }

  private forget(clientId: number, { actorId }: P): void {
    this.known.delete(clientId);
    this.departed.delete(clientId);
    this.departed.set(clientId, actorId);
    for (const oldest of this.departed.keys()) {
      if (this.departed.size <= rememberedDepartures) break;
      this.departed.delete(oldest);
    }
  }

  /** Everybody who is here, for someone who has just come; null when nobody is. */
  everybody(): Uint8Array | null {
    if (this.known.size === 0) return null;
    return encodeAwarenessFrame(
      encodePresenceEntries([...this.known].map(([clientId, { clock, state }]) => ({ clientId, clock, state }))),
    );
  }

  private tell(entry: PresenceEntry): void {
    this.changed.set(entry.clientId, entry);
    if (this.timer) return;
    const pause = Math.min(this.limits.presenceMs + this.idOf.size * pausePerPerson, longestPause);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  private flush(): void {
    this.timer = null;
    const entries = [...this.changed.values()];
    this.changed.clear();
    if (entries.length > 0) this.broadcast(encodeAwarenessFrame(encodePresenceEntries(entries)));
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}

/** A presence message about nobody: it keeps stock clients from believing that the server is gone. */
export const emptyPresenceFrame: Uint8Array = encodeAwarenessFrame(encodePresenceEntries([]));
