import type * as Y from 'yjs';
import { newId } from '@/lib/map/id';
import { toRecordMap } from '../createDocument';
import { settleCircles, unmerge } from '../mergings';
import { findRecord, isAlive, localOrigin, type RecordCollection, recordsOf } from '../schema';
import { roundMarkOf } from '../silentRound';
import { settleRemoved } from './removedMark';

/** Makes a record with a new id inside a transaction. It carries what undo needs to revoke it (`isRevoked`). */
export function insertRecord(doc: Y.Doc, collection: RecordCollection, fields: Readonly<Record<string, unknown>>): string {
  const id = newId();
  // Whatever makes a card during a silent round makes a hidden one, copies of shown cards included.
  const marked = collection === 'cards' ? { ...fields, round: roundMarkOf(doc) } : fields;
  recordsOf(doc, collection).set(id, toRecordMap(collection, { ...marked, revocable: true, live: true }));
  return id;
}

/** Sets a field that is one last-writer-wins value; undefined removes it. Writes only what differs. Call inside a transaction. */
export function setField(record: Y.Map<unknown>, field: string, value: string | number | boolean | null | undefined): void {
  if (value === undefined) {
    if (record.has(field)) record.delete(field);
  } else if (record.get(field) !== value) {
    record.set(field, value);
  }
}

/**
 * Deletes records softly: they stay in the document with the time of their deletion. Those that are gone already are passed over.
 * False when none was left to delete.
 */
export function deleteRecords(
  doc: Y.Doc,
  input: { collection: RecordCollection; ids: readonly string[] },
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    let deleted = false;
    settle(doc, input.collection);
    for (const id of input.ids) {
      const record = findRecord(doc, input.collection, id);
      if (!record || !isAlive(record)) continue;
      unmerge(record);
      settleRemoved(record);
      record.set('deletedAt', Date.now());
      deleted = true;
    }
    return deleted;
  }, origin);
}

function settle(doc: Y.Doc, collection: RecordCollection): void {
  if (collection === 'steps' || collection === 'stages') settleCircles(doc, collection);
}

/** Brings a deleted record back to where it stood; one that was merged into another comes back with what still lies in it. False when there is none, or when it is not deleted. */
export function restoreRecord(
  doc: Y.Doc,
  input: { collection: RecordCollection; id: string },
  origin: unknown = localOrigin,
): boolean {
  return doc.transact(() => {
    const record = findRecord(doc, input.collection, input.id);
    if (!record || isAlive(record)) return false;
    settle(doc, input.collection);
    unmerge(record);
    settleRemoved(record);
    setField(record, 'deletedAt', undefined);
    if (record.get('revocable') === true) setField(record, 'live', true);
    return true;
  }, origin);
}
