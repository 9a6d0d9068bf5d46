/** Crockford's alphabet: no I, L, O, U, which people misread when they type a code from a poster. Lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Bytes as base32, 5 bits a character; a rest below 5 bits is dropped. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >> bits) & 31];
    }
  }
  return text;
}

/** What somebody typed, as it was meant: without spaces and dashes, lower case, o as 0, i and l as 1. Null when other characters remain. */
export function readBase32(typed: string): string | null {
  const text = typed
    .toLowerCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]+$/.test(text) ? text : null;
}

/** Splits a code into groups that the eye can keep: `k3f9x0-a7…`. */
export function inGroups(code: string, size: number): string {
  return (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}
