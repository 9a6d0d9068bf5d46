import type * as Y from 'yjs';
import { toEmotion } from '@/lib/map/emotion';
import { listMerged } from '../mergings';
import { findAlive, localOrigin, pairKey, recordsOf } from '../schema';

/** How a persona feels at a step: the nearest of −2 … +2 in tenths; null when nobody has said. False when step or persona is not there. */
export function setEmotion(
  doc: Y.Doc,
  input: { stepId: string; personaId: string; value: number | null },
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    if (!findAlive(doc, 'steps', input.stepId) || !findAlive(doc, 'personas', input.personaId)) return false;
    const emotions = recordsOf(doc, 'emotions');
    const key = pairKey(input.stepId, input.personaId);
    const value = input.value === null ? undefined : toEmotion(input.value);
    // What a merged step says would show again.
    for (const merged of listMerged(doc, 'steps', input.stepId)) emotions.delete(pairKey(merged, input.personaId));
    if (value === undefined) emotions.delete(key);
    else if (emotions.get(key) !== value) emotions.set(key, value);
    return true;
  }, origin);
}
