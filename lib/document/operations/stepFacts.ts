import type * as Y from 'yjs';
import { type EvidenceLevel, evidenceLevels } from '@/lib/map/evidenceLevel';
import { findAlive, localOrigin } from '../schema';
import { setField } from './records';

type Minutes = { id: string; minutes: number | null };

/** How long the step takes, in minutes (0 or more); null when that is not known. */
export function setStepDuration(doc: Y.Doc, input: Minutes, origin: unknown = localOrigin): boolean {
  return setMinutes(doc, 'duration', input, origin);
}

/** How long the customer waits in the step, in minutes (0 or more); null when that is not known. */
export function setStepWaiting(doc: Y.Doc, input: Minutes, origin: unknown = localOrigin): boolean {
  return setMinutes(doc, 'waiting', input, origin);
}

function setMinutes(doc: Y.Doc, field: 'duration' | 'waiting', { id, minutes }: Minutes, origin: unknown): boolean {
  if (minutes !== null && (!Number.isFinite(minutes) || minutes < 0)) return false;
  return doc.transact(() => {
    const step = findAlive(doc, 'steps', id);
    if (step) setField(step, field, minutes ?? undefined);
    return step !== null;
  }, origin);
}

/** How the step is known. */
export function setStepEvidenceLevel(
  doc: Y.Doc,
  input: { id: string; evidenceLevel: EvidenceLevel },
  origin: unknown = localOrigin,
): boolean {
  if (!evidenceLevels.includes(input.evidenceLevel)) return false;
  return doc.transact(() => {
    const step = findAlive(doc, 'steps', input.id);
    if (step) setField(step, 'evidenceLevel', input.evidenceLevel);
    return step !== null;
  }, origin);
}
