import type * as Y from 'yjs';
import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';
import { findAlive, localOrigin } from '../schema';
import { setField } from './records';

/**
 * Says how several steps and cards are known, at once; null lets cards go by their step, and leaves steps as they are. Those that are
 * not there are passed over. False when none was left to say it of.
 */
export function setEvidenceLevel(
  doc: Y.Doc,
  input: { stepIds?: readonly string[]; cardIds?: readonly string[]; evidenceLevel: EvidenceLevel | null },
  origin: unknown = localOrigin,
): boolean {
  const { stepIds = [], cardIds = [], evidenceLevel } = input;
  if (evidenceLevel !== null && !evidenceLevels.includes(evidenceLevel)) return false;
  return doc.transact(() => {
    const steps = evidenceLevel === null ? [] : stepIds.flatMap((id) => findAlive(doc, 'steps', id) ?? []);
    const cards = cardIds.flatMap((id) => findAlive(doc, 'cards', id) ?? []);
    for (const record of [...steps, ...cards]) setField(record, 'evidenceLevel', evidenceLevel ?? undefined);
    return steps.length + cards.length > 0;
  }, origin);
}
