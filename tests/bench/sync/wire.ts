import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { encodeAwarenessFrame, messageTypes } from '@/lib/sync/protocol';

/** How a server tells that it has taken an edit: ours by a running total, Hocuspocus once for each frame, y-websocket not at all. */
export type Acknowledging = 'total' | 'each' | 'never';

/** How one kind of server speaks: all three send y-websocket's messages; Hocuspocus puts the document's name before each. */
export type Wire = {
  acknowledging: Acknowledging;
  /** What stands before each message of a map, in both directions. */
  prefix: (map: string) => Uint8Array;
  /** What is sent before anything else. */
  greeting: (map: string) => Uint8Array[];
};

const nothing = new Uint8Array(0);

/** Type of Hocuspocus' messages "taken in" and "who are you". */
const hocuspocusTypes = { authentication: 2, taken: 8 } as const;

export const yWebsocketWire: Wire = { acknowledging: 'never', prefix: () => nothing, greeting: () => [] };
export const ourWire: Wire = { ...yWebsocketWire, acknowledging: 'total' };
export const hocuspocusWire: Wire = {
  acknowledging: 'each',
  prefix(map) {
    const encoder = createEncoder();
    writeVarString(encoder, map);
    return toUint8Array(encoder);
  },
  greeting() {
    const encoder = createEncoder();
    writeVarUint(encoder, hocuspocusTypes.authentication);
    // A token, which nobody asks about.
    writeVarUint(encoder, 0);
    writeVarString(encoder, 'none');
    return [toUint8Array(encoder)];
  },
};

/** What a client hears; `bytes` of a state vector, an answer or an update are taken out of the frame by `payloadOf`. */
export type Heard = 'stateVector' | 'answer' | 'update' | 'taken' | 'other';

/** What kind of message stands at `start`, found without decoding it. */
export function kindOf(frame: Uint8Array, start: number): Heard {
  const type = frame[start];
  if (type === messageTypes.sync) return (['stateVector', 'answer', 'update'] as const)[frame[start + 1] ?? 3] ?? 'other';
  return type === messageTypes.confirmed || type === hocuspocusTypes.taken ? 'taken' : 'other';
}

/** The number in a message "taken in". */
export function numberOf(frame: Uint8Array, start: number): number {
  const decoder = createDecoder(frame.subarray(start + 1));
  return readVarUint(decoder);
}

/** The byte string in a sync message. */
export function payloadOf(frame: Uint8Array, start: number): Uint8Array {
  const decoder = createDecoder(frame.subarray(start + 2));
  const length = readVarUint(decoder);
  return new Uint8Array(decoder.arr.subarray(decoder.pos, decoder.pos + length));
}

/** One entry of presence, as y-protocols encodes it. */
export function encodePresence(clientId: number, clock: number, state: string): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, 1);
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, clock);
  writeVarString(encoder, state);
  return encodeAwarenessFrame(toUint8Array(encoder));
}

/** Adds the wire's prefix to a y-websocket message. */
export function wrap(prefix: Uint8Array, frame: Uint8Array): Uint8Array {
  if (prefix.length === 0) return frame;
  const whole = new Uint8Array(prefix.length + frame.length);
  whole.set(prefix);
  whole.set(frame, prefix.length);
  return whole;
}
