import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ReadingPlan } from './readingPlan';

/** The first half of a SHA-256 as text: as good as unique among all that one installation reads. */
export const shortHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);

/**
 * By what the next file of the same kind is known: the tool and the names of the columns, in any order. The encoding, the delimiter and
 * what stands in the rows may differ.
 */
export function fileShape({ form, layout, columns }: ReadingPlan): string {
  const kind = form.kind === 'json' ? 'json' : 'table';
  const names = columns.map(({ name }) => name.normalize('NFC').toLowerCase()).sort();
  return shortHash(JSON.stringify([kind, layout, names]));
}
