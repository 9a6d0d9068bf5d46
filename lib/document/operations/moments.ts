import type * as Y from 'yjs';
import { type Gate, gates } from '@/lib/map/moment';
import { toDormantMoment } from '../createDocument';
import { absorbMerged } from '../mergings';
import { findAlive, findRecord, isRevoked, localOrigin, recordsOf } from '../schema';
import { writeText } from '../textReference';
import { deleteRecords, setField } from './records';
import { settleRemoved } from './removedMark';

/**
 * Marks a step as an all-or-nothing moment, or changes what is said of one. Texts that are not given stay as they are,
 * also those of an earlier mark. False when the step is not there.
 */
export function markMoment(
  doc: Y.Doc,
  input: { stepId: string; stays?: string; leaves?: string; gate?: Gate },
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    if (!findAlive(doc, 'steps', input.stepId)) return false;
    absorbMerged(doc, 'steps', input.stepId, origin);
    if (!findRecord(doc, 'moments', input.stepId)) recordsOf(doc, 'moments').set(input.stepId, toDormantMoment());
    const moment = findRecord(doc, 'moments', input.stepId);
    if (!moment) return false;
    settleRemoved(moment);
    setField(moment, 'deletedAt', undefined);
    if (isRevoked(moment)) setField(moment, 'live', true);
    if (input.stays !== undefined) writeText(moment, 'stays', input.stays);
    if (input.leaves !== undefined) writeText(moment, 'leaves', input.leaves);
    if (input.gate !== undefined && gates.includes(input.gate)) setField(moment, 'gate', input.gate);
    return true;
  }, origin);
}

/** Takes the mark away. Its texts come back when the step is marked again. */
export function unmarkMoment(doc: Y.Doc, input: { stepId: string }, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    absorbMerged(doc, 'steps', input.stepId, origin);
    return deleteRecords(doc, { collection: 'moments', ids: [input.stepId] }, origin);
  }, origin);
}

/** Says whether customers stay at a marked moment. False when the step is not marked. */
export function setGate(doc: Y.Doc, input: { stepId: string; gate: Gate }, origin: unknown = localOrigin): boolean {
  if (!gates.includes(input.gate)) return false;
  return doc.transact(() => {
    absorbMerged(doc, 'steps', input.stepId, origin);
    const moment = findAlive(doc, 'moments', input.stepId);
    if (moment) setField(moment, 'gate', input.gate);
    return moment !== null;
  }, origin);
}
