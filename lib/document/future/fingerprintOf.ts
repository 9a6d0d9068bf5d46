import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Difference } from '@/lib/map/diff/mapDiff';

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What a difference says, as 32 hexadecimal digits: a decision about it holds as long as it says the same. */
export const fingerprintOf = (difference: Difference): string => hashOf(difference);

/** Any value, as 32 hexadecimal digits: equal ones have equal digits, whatever the order of their fields. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value ?? null, sorted)))).slice(0, 32);
}
