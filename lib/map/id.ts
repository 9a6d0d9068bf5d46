import { z } from 'zod';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id of a record or row: 1–64 letters, digits, `-`, `_`. Ours are 14 letters and digits. */
export const idSchema = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);

/** A new random id: 14 characters of 0–9A–Za–z, 83 bits from the platform's secure generator. */
export function newId(length = 14): string {
  let id = '';
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      // 248 is the largest multiple of 62 below 256: larger bytes would favour the first letters.
      if (byte < 248 && id.length < length) id += alphabet[byte % 62];
    }
  }
  return id;
}
