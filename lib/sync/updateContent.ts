import { type Decoder, hasContent } from 'lib0/decoding';
import * as Y from 'yjs';
import type { Collection } from '@/lib/document/schema';
import { MalformedFrame } from './protocol';

/** What an update says without being taken in: which Yjs client ids wrote it, and the keys of cards that it makes or has. */
export type UpdateContent = { writers: Set<number>; cardIds: Set<string> };

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
    const { structs } = Y.decodeUpdateV2(update, UpdateDecoder);
    if (rest()) throw new MalformedFrame('bytes behind the end of the update');
    const content: UpdateContent = { writers: new Set(), cardIds: new Set() };
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      content.writers.add(struct.id.client);
      if (struct instanceof Y.Item) requireEarlierPlaces(struct);
      // The first value under a key of a top-level map names both; later ones only point to it.
      if (struct instanceof Y.Item && isOfCards(struct.parent) && struct.parentSub) content.cardIds.add(struct.parentSub);
    }
    return content;
  } catch (cause) {
    throw cause instanceof MalformedFrame ? cause : new MalformedFrame('an update that cannot be decoded', { cause });
  }
}

/** In an update that belongs to no document yet, a top-level type stands by its name, whatever Yjs's types say. */
const isOfCards = (parent: unknown): boolean => parent === ('cards' satisfies Collection);
