import { createHash } from 'node:crypto';
import { toSearchWords } from '@/lib/map/evidenceLink';

/** What a text that is looked for is known by: the same words have the same key. */
export function textKey(text: string): string {
  return createHash('sha256')
    .update(JSON.stringify(toSearchWords(text)))
    .digest('base64url')
    .slice(0, 16);
}

/** What a single answer is marked with. No text has such a key. */
export const answerKey = (fingerprint: string): string => `=${fingerprint}`;
