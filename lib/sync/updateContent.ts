import { type Decoder, hasContent } from 'lib0/decoding';
import * as Y from 'yjs';
import { MalformedFrame } from './protocol';

/**
 * Which Yjs client ids wrote an update's structs. Throws `MalformedFrame` for bytes that are not exactly one update in encoding V1. Looking at
 * the end matters: an update in encoding V2 reads as an empty one followed by bytes, and would be confirmed without being taken in.
 */
export function writersOf(update: Uint8Array): Set<number> {
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
    return new Set(structs.filter((struct) => !(struct instanceof Y.Skip)).map((struct) => struct.id.client));
  } catch (cause) {
    throw cause instanceof MalformedFrame ? cause : new MalformedFrame('an update that cannot be decoded', { cause });
  }
}
