import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** varUint: how many of this connection's sync frames (updates and step-2 answers) are committed, in order of sending. */
export const messageConfirmed = 100;
/** varUint 1: saving fails at the moment and is being retried; 0: saving works again. */
export const messageNotSaved = 101;

/**
 * The first number of every message. 0–3 are the plain y-websocket protocol; 100 and 101 go only from the server to
 * clients that ask for them with `confirm=1`.
 */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  confirmed: messageConfirmed,
  notSaved: messageNotSaved,
} as const;

/** The second number of a sync message. */
export const syncSteps = { stateVector: 0, answer: 1, update: 2 } as const;

/** What a client may send, taken apart. `update` and `vector` own their bytes. */
export type ClientFrame =
  | { type: 'stateVector'; vector: Uint8Array }
  | { type: 'answer' | 'update'; update: Uint8Array }
  | { type: 'awareness'; entries: Uint8Array }
  | { type: 'queryAwareness' };

/** Bytes that are not the protocol. */
export class MalformedFrame extends Error {
  override name = 'MalformedFrame';
}

/**
 * A length-prefixed byte string, copied. lib0's own reader looks only at the underlying buffer's end, which for a slice of
 * a larger buffer lies behind the frame: a wrong length would read other people's bytes.
 */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  const end = decoder.pos + length;
  if (end > decoder.arr.length) throw new MalformedFrame('a length beyond the end of the frame');
  // Not `slice`: that of a Buffer copies nothing.
  const bytes = new Uint8Array(decoder.arr.subarray(decoder.pos, end));
  decoder.pos = end;
  return bytes;
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const step = decoding.readVarUint(decoder);
  if (step === syncSteps.stateVector) return { type: 'stateVector', vector: readBytes(decoder) };
  if (step === syncSteps.answer) return { type: 'answer', update: readBytes(decoder) };
  if (step === syncSteps.update) return { type: 'update', update: readBytes(decoder) };
  throw new MalformedFrame('unknown sync step');
}

function readFrame(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder);
  if (type === messageTypes.sync) return readSync(decoder);
  if (type === messageTypes.awareness) return { type: 'awareness', entries: readBytes(decoder) };
  if (type === messageTypes.queryAwareness) return { type: 'queryAwareness' };
  throw new MalformedFrame('unknown message type');
}

/** Takes a client's frame apart. Throws `MalformedFrame` for anything that is not exactly one known message. */
export function parseClientFrame(frame: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(frame);
  let parsed: ClientFrame;
  try {
    parsed = readFrame(decoder);
  } catch (cause) {
    throw cause instanceof MalformedFrame ? cause : new MalformedFrame('an unfinished frame', { cause });
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes behind the end of the message');
  return parsed;
}

function encodeSync(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

/** Sync step 1: "this is what I have". */
export function encodeStateVectorFrame(vector: Uint8Array): Uint8Array {
  return encodeSync(syncSteps.stateVector, vector);
}

/** Sync step 2: everything that the asking side lacks. */
export function encodeAnswerFrame(update: Uint8Array): Uint8Array {
  return encodeSync(syncSteps.answer, update);
}

/** One change. */
export function encodeUpdateFrame(update: Uint8Array): Uint8Array {
  return encodeSync(syncSteps.update, update);
}

/** What is known of the people in the room: `entries` as y-protocols' awareness encodes them. */
export function encodeAwarenessFrame(entries: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, entries);
  return encoding.toUint8Array(encoder);
}

function encodeNumber(type: number, value: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

/** So many of the connection's sync frames are committed. */
export function encodeConfirmedFrame(count: number): Uint8Array {
  return encodeNumber(messageTypes.confirmed, count);
}

/** Whether saving fails at the moment. */
export function encodeNotSavedFrame(failing: boolean): Uint8Array {
  return encodeNumber(messageTypes.notSaved, failing ? 1 : 0);
}
