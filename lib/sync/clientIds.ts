/** A connection, as far as it writes. */
export type Writer = { readonly sessionId: string; readonly actorId: string };

/**
 * Whom the Yjs client ids of a map belong to. Yjs takes whoever writes under an id for its owner: a struct that somebody else has put at an
 * owner's next clock makes every server and client drop the owner's next edits as known. So an id belongs to one connection while that lasts
 * (and to others of its session, which take it over), and to its author afterwards.
 */
export class ClientIds<W extends Writer> {
  private readonly holders = new Map<number, { by: W; named: boolean }>();
  private readonly ownOf = new Map<W, number>();
  /** Of whom something was left out, by whose it was. */
  private readonly bringersOf = new Map<W, Set<W>>();
  /** Who wrote first under an id, as stored. */
  private readonly authors: Map<number, string>;

  constructor(authors: ReadonlyMap<number, string> = new Map()) {
    this.authors = new Map(authors);
  }

  /** A connection says by its presence that it has this id. False when the id is somebody else's. */
  name(by: W, clientId: number): boolean {
    const author = this.authors.get(clientId);
    if (author !== undefined && author !== by.actorId) return false;
    const holder = this.holders.get(clientId);
    if (holder?.named && holder.by !== by && holder.by.sessionId !== by.sessionId) return false;
    this.give(by, clientId, true);
    return true;
  }

  /**
   * A connection has written under these ids. One that names none holds the first under which alone it writes; what a connection
   * hands on for others becomes nobody's. Returns the connection's own id when it is among them and no author is known of it yet.
   */
  wrote(by: W, clientIds: ReadonlySet<number>): number | null {
    const [first] = clientIds;
    const isFree = first !== undefined && !this.holders.has(first) && !this.authors.has(first);
    if (clientIds.size === 1 && isFree && !this.ownOf.has(by)) this.give(by, first, false);
    const own = this.ownOf.get(by);
    if (own === undefined || !clientIds.has(own) || this.authors.has(own)) return null;
    this.authors.set(own, by.actorId);
    return own;
  }

  /** Who is here with this id. */
  holderOf(clientId: number): W | undefined {
    return this.holders.get(clientId)?.by;
  }

  /** Who wrote first under this id, whether they are here or not. */
  authorOf(clientId: number): string | undefined {
    return this.authors.get(clientId);
  }

  /** Something that a connection brought was left out, because its holder is here and will send it. */
  leftOut(by: W, holder: W): void {
    const bringers = this.bringersOf.get(holder) ?? new Set();
    this.bringersOf.set(holder, bringers.add(by));
  }

  /** A connection is gone. Returns those that brought what it did not get round to sending. */
  leave(by: W): Iterable<W> {
    this.free(by);
    const bringers = this.bringersOf.get(by) ?? new Set();
    this.bringersOf.delete(by);
    for (const others of this.bringersOf.values()) others.delete(by);
    return bringers;
  }

  private give(by: W, clientId: number, named: boolean): void {
    this.free(by);
    const before = this.holders.get(clientId);
    if (before) this.ownOf.delete(before.by);
    this.holders.set(clientId, { by, named });
    this.ownOf.set(by, clientId);
  }

  private free(by: W): void {
    const own = this.ownOf.get(by);
    this.ownOf.delete(by);
    if (own !== undefined && this.holders.get(own)?.by === by) this.holders.delete(own);
  }
}
