import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Difference } from '@/lib/map/diff/mapDiff';

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What a difference says, as 32 hexadecimal digits: a decision about it holds as long as it says the same. */
export function fingerprintOf(difference: Difference): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(difference, sorted)))).slice(0, 32);
}
