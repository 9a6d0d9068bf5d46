import { codeUnitsOf, isCodePage } from '@/lib/evidence/reading/encoding/codePages';
import type { EncodingName } from '@/lib/evidence/reading/encoding/encodingName';

/** The bytes of a text in an encoding, as another program would have written them; without a byte-order mark. */
export function encodeText(text: string, name: EncodingName): Uint8Array {
  if (name === 'utf-8') return new TextEncoder().encode(text);
  if (isCodePage(name)) {
    const units = codeUnitsOf(name);
    return Uint8Array.from(text, (character) => {
      const byte = units.indexOf(character.charCodeAt(0));
      if (byte < 0) throw new Error(`${name} has no ${character}`);
      return byte;
    });
  }
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), name === 'utf-16le');
  return bytes;
}

/** Bytes one behind the other; numbers are single bytes. */
export function joinBytes(...parts: (Uint8Array | number)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
}
