import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MalformedFrame } from './protocol';

/** One person's entry in an awareness message: `state` is JSON, null when the person is gone. */
export type PresenceEntry = { clientId: number; clock: number; state: string | null };

/** An entry as it came in. The state is decoded only when `readState` is called: most entries are echoes that are dropped. */
export type RawPresenceEntry = { clientId: number; clock: number; bytes: number; readState: () => string };

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new MalformedFrame('a presence state that is not UTF-8', { cause });
  }
}

/** Takes an awareness message's entries apart. Throws `MalformedFrame`. */
export function parsePresenceEntries(entries: Uint8Array): RawPresenceEntry[] {
  const source = decoding.createDecoder(entries);
  try {
    const count = decoding.readVarUint(source);
    const found: RawPresenceEntry[] = [];
    for (let index = 0; index < count; index++) {
      const clientId = decoding.readVarUint(source);
      const clock = decoding.readVarUint(source);
      const length = decoding.readVarUint(source);
      const start = source.pos;
      if (start + length > entries.length) throw new MalformedFrame('a presence state beyond the end of the frame');
      source.pos = start + length;
      found.push({
        clientId,
        clock,
        bytes: length,
        readState: () => decode(entries.subarray(start, start + length)),
      });
    }
    return found;
  } catch (cause) {
    throw cause instanceof MalformedFrame ? cause : new MalformedFrame('an unfinished presence message', { cause });
  }
}

/** The body of an awareness message. */
export function encodePresenceEntries(entries: readonly PresenceEntry[]): Uint8Array {
  const target = encoding.createEncoder();
  encoding.writeVarUint(target, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(target, clientId);
    encoding.writeVarUint(target, clock);
    encoding.writeVarString(target, state ?? 'null');
  }
  return encoding.toUint8Array(target);
}

/**
 * A state with the server's word on who it is in place of whatever the client wrote. Null when the person says goodbye.
 * Throws `MalformedFrame` for anything but a JSON object.
 */
export function withIdentity(state: string, identity: Readonly<Record<string, unknown>>): string | null {
  let value: unknown;
  try {
    value = JSON.parse(state);
    if (value === null) return null;
    if (typeof value === 'object' && !Array.isArray(value)) return JSON.stringify({ ...value, user: identity });
  } catch (cause) {
    throw new MalformedFrame('a presence state that is not JSON', { cause });
  }
  throw new MalformedFrame('a presence state that is not an object');
}
