import * as Y from 'yjs';
import { absorbStage, absorbStep, type StepWithMoment } from '@/lib/map/absorbStep';
import type { Moment } from '@/lib/map/moment';
import type { Stage } from '@/lib/map/stage';
import type { Step } from '@/lib/map/step';
import { followMergings } from '@/lib/map/successors';
import { toDormantMoment } from './createDocument';
import { readRecord } from './readRecord';
import { findRecord, isAlive, isRevoked, mergedIntoOf, type RecordMap, recordsOf } from './schema';

/** What can be merged. */
export type MergedCollection = 'steps' | 'stages';

/** Ids of the records of a collection that were merged into others, with what stands for each now. Mostly empty. */
export function readHeirs(doc: Y.Doc, collection: MergedCollection): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  const records = recordsOf(doc, collection);
  records.forEach((record, id) => {
    if (!(record instanceof Y.Map) || mergedIntoOf(records, record) === null) return;
    const heir = heirOf(records, id);
    if (heir !== id) heirs.set(id, heir);
  });
  return heirs;
}

/** What stands for a record now: itself, unless it was merged. */
export function heirOf(records: Y.Map<unknown>, id: string): string {
  return followMergings(id, (at) => {
    const record = records.get(at);
    return record instanceof Y.Map ? mergedIntoOf(records, record) : null;
  });
}

/** Ids of what was merged into a record, by whatever way. */
export function listMerged(doc: Y.Doc, collection: MergedCollection, id: string): string[] {
  return [...readHeirs(doc, collection)].flatMap(([merged, heir]) => (heir === id ? [merged] : []));
}

/**
 * Where two people merged into each other what stands for both is there only because of the circle. Says so in the document, before one of the
 * circle is restored, merged or deleted. Call inside a transaction.
 */
export function settleCircles(doc: Y.Doc, collection: MergedCollection): void {
  const records = recordsOf(doc, collection);
  records.forEach((record) => {
    if (!(record instanceof Y.Map) || mergedIntoOf(records, record) === null || !isAlive(record)) return;
    unmerge(record);
    if (record.has('deletedAt')) record.delete('deletedAt');
    if (record.get('revocable') === true && record.get('live') !== true) record.set('live', true);
  });
}

/** Forgets that a record was merged. */
export function unmerge(record: RecordMap): void {
  for (const field of ['mergedInto', 'mergedTexts']) if (record.has(field)) record.delete(field);
}

/** Takes over into a step or stage what merged ones say that it does not say yet: before its texts are opened or written. */
export function absorbMerged(doc: Y.Doc, collection: MergedCollection, id: string, origin: unknown): void {
  const merged = listMerged(doc, collection, id);
  if (merged.length === 0) return;
  doc.transact(() => {
    for (const other of merged) absorbOne(doc, collection, id, other);
  }, origin);
}

/** Takes over what one merged record says. Call inside a transaction. */
export function absorbOne(doc: Y.Doc, collection: MergedCollection, id: string, mergedId: string): void {
  if (collection === 'stages') {
    const [kept, merged] = [readStage(doc, id), readStage(doc, mergedId)];
    if (!kept || !merged) return;
    const absorbed = absorbStage(kept, merged);
    writeFields(findRecord(doc, 'stages', id), kept, absorbed.kept);
    writeFields(findRecord(doc, 'stages', mergedId), merged, absorbed.merged);
    return;
  }
  const [kept, merged] = [readStep(doc, id), readStep(doc, mergedId)];
  if (!kept || !merged) return;
  const absorbed = absorbStep(kept, merged);
  writeStep(doc, kept, absorbed.kept);
  writeStep(doc, merged, absorbed.merged);
}

function readStage(doc: Y.Doc, id: string): Stage | null {
  const value = recordsOf(doc, 'stages').get(id);
  return value === undefined ? null : (readRecord('stages', id, value).record as Stage | null);
}

function readStep(doc: Y.Doc, id: string): StepWithMoment | null {
  const value = recordsOf(doc, 'steps').get(id);
  const step = value === undefined ? null : (readRecord('steps', id, value).record as Step | null);
  const moment = recordsOf(doc, 'moments').get(id);
  const read = moment === undefined ? null : (readRecord('moments', id, moment).record as Moment | null);
  return step && { step, moment: read ?? undefined };
}

function writeStep(doc: Y.Doc, before: StepWithMoment, after: StepWithMoment): void {
  if (before === after) return;
  writeFields(findRecord(doc, 'steps', after.step.id), before.step, after.step);
  if (!after.moment || after.moment === before.moment) return;
  const moments = recordsOf(doc, 'moments');
  if (!findRecord(doc, 'moments', after.step.id)) moments.set(after.step.id, toDormantMoment());
  const dormant = { stepId: after.step.id, stays: '', leaves: '', gate: 'unknown', deletedAt: 0 };
  const moment = findRecord(doc, 'moments', after.step.id);
  writeFields(moment, before.moment ?? dormant, after.moment);
  if (moment && isRevoked(moment) && after.moment.deletedAt === undefined) moment.set('live', true);
}

/** Writes the fields in which a record is to differ from what was read of it. */
function writeFields(record: RecordMap | null, before: object, after: object): void {
  if (!record || before === after) return;
  const [old, now]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  for (const field of new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])) {
    const value = now?.[field];
    if (value === old?.[field]) continue;
    const text = record.get(field);
    if (text instanceof Y.Text && typeof value === 'string') rewrite(text, value);
    else if (value === undefined) record.delete(field);
    else record.set(field, value);
  }
}

/** Adds what is new at the end, so that what others type in the text meanwhile stays. */
function rewrite(text: Y.Text, value: string): void {
  const before = text.toString();
  const kept = value.startsWith(before) ? before.length : 0;
  if (kept < before.length) text.delete(kept, before.length - kept);
  if (value.length > kept) text.insert(kept, value.slice(kept));
}
