import { type Decoder, hasContent } from 'lib0/decoding';
import * as Y from 'yjs';
import type { Collection } from '@/lib/document/schema';
import { MalformedFrame } from './protocol';

/** What an update says without being taken in. */
export type UpdateContent = {
  /** Which Yjs client ids wrote it: the first clock of each, the one behind the last before something is left out, and the one behind the last. */
  writers: Map<number, { from: number; reach: number; to: number }>;
  /** What it stands on or deletes, by client id: the clock behind the last struct. */
  needs: Map<number, number>;
  /** Clocks up to which a client's structs must have come from elsewhere, because some are left out between two of the update's. */
  gaps: Map<number, number>;
  /** The keys of cards that it makes or has. */
  cardIds: Set<string>;
  /** What it deletes, by client id. */
  deletions: ReadonlyMap<number, readonly Deletion[]>;
};

type Deletion = { clock: number; len: number };

/**
 * A struct may stand only on what its own client wrote before it. Yjs looks at other clients' clocks before it takes a struct in but
 * trusts the writer's own, and stops half-way when that is wrong.
 */
function requireEarlierPlaces({ id, origin, rightOrigin, parent }: Y.Item): void {
  for (const place of [origin, rightOrigin, parent]) {
    if (place instanceof Y.ID && place.client === id.client && place.clock >= id.clock) {
      throw new MalformedFrame('a struct that stands on a later one');
    }
  }
}

/** Levels of lists and objects in one value. */
const deepest = 100;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Values that are read may still be too deep to be written again: nobody could be sent the document any more. */
function requireShallow({ content }: Y.Item): void {
  let values: unknown[] = [];
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) values = content.arr;
  else if (content instanceof Y.ContentEmbed) values = [content.embed];
  else if (content instanceof Y.ContentFormat) values = [content.value];
  else if (content instanceof Y.ContentDoc) values = [content.opts];
  if (values.some((value) => isDeeper(value, deepest))) throw new MalformedFrame('a value that is nested too deeply');
}

class Content implements UpdateContent {
  readonly writers = new Map<number, { from: number; reach: number; to: number }>();
  readonly needs = new Map<number, number>();
  readonly gaps = new Map<number, number>();
  readonly cardIds = new Set<string>();
  readonly deletions: ReadonlyMap<number, readonly Deletion[]>;

  constructor(deletions: ReadonlyMap<number, readonly Deletion[]>) {
    this.deletions = deletions;
    for (const [client, items] of deletions) for (const { clock, len } of items) this.need(client, clock + len);
  }

  need(client: number, clock: number): void {
    this.needs.set(client, Math.max(this.needs.get(client) ?? 0, clock));
  }

  add(struct: Y.Item | Y.GC): void {
    const { client, clock } = struct.id;
    const written = this.writers.get(client);
    if (written && clock < written.to) throw new MalformedFrame('structs out of order');
    if (written && clock > written.to) this.gaps.set(client, clock);
    // Two structs at one clock: Yjs never writes that, and cannot be relied on to find its way among them.
    if (struct.length === 0) throw new MalformedFrame('a struct without a length');
    const to = clock + struct.length;
    const reach = this.gaps.has(client) ? (written?.reach ?? to) : to;
    this.writers.set(client, { from: written?.from ?? clock, reach, to });
    if (!(struct instanceof Y.Item)) return;
    requireEarlierPlaces(struct);
    requireShallow(struct);
    for (const place of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (place instanceof Y.ID && place.client !== client) this.need(place.client, place.clock + 1);
    }
    // The first value under a key of a top-level map names both; later ones only point to it.
    if (isOfCards(struct.parent) && struct.parentSub) this.cardIds.add(struct.parentSub);
  }
}

/**
 * Looks into an update. Throws `MalformedFrame` for bytes that are not exactly one update in encoding V1. Looking at
 * the end matters: an update in encoding V2 reads as an empty one followed by bytes, and would be confirmed without being taken in.
 */
export function readUpdate(update: Uint8Array): UpdateContent {
  let source: Decoder | null = null;
  class UpdateDecoder extends Y.UpdateDecoderV1 {
    constructor(decoder: Decoder) {
      super(decoder);
      source = decoder;
    }
  }
  const rest = (): boolean => source === null || hasContent(source);
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, UpdateDecoder);
    if (rest()) throw new MalformedFrame('bytes behind the end of the update');
    const content = new Content(ds.clients);
    for (const struct of structs) if (!(struct instanceof Y.Skip)) content.add(struct);
    return content;
  } catch (cause) {
    throw cause instanceof MalformedFrame ? cause : new MalformedFrame('an update that cannot be decoded', { cause });
  }
}

/** In an update that belongs to no document yet, a top-level type stands by its name, whatever Yjs's types say. */
const isOfCards = (parent: unknown): boolean => parent === ('cards' satisfies Collection);

/** Whether some of an update has to wait for what a document with these clocks lacks. */
export function hasToWait({ writers, needs, gaps }: UpdateContent, clockOf: (clientId: number) => number): boolean {
  const comes = (clientId: number): number => Math.max(clockOf(clientId), writers.get(clientId)?.to ?? 0);
  return (
    [...writers].some(([clientId, { from }]) => from > clockOf(clientId)) ||
    [...gaps].some(([clientId, clock]) => clock > clockOf(clientId)) ||
    [...needs].some(([clientId, clock]) => clock > comes(clientId))
  );
}
