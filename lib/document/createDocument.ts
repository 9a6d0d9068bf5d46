import * as Y from 'yjs';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { isSetField, toStoredSet } from './answerSets';
import { notesOn, type TakenNotes, writeTaken } from './future/takenNotes';
import { type Collection, collections, metaOf, pairKey, type RecordCollection, recordsOf, textFields } from './schema';

/** Origin of content that the server writes: the first state, migrations, repairs. */
export const serverOrigin = Symbol('server edit');

/** A record's fields as they are stored, in canonical order: text fields as Y.Text, sets as Y.Map, absent ones left away. */
function toStoredFields(collection: Collection | 'meta', fields: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.keys(fields)
    .sort()
    .filter((field) => fields[field] !== undefined)
    .map((field) => [field, toStored(collection, field, fields[field])]);
}

function toStored(collection: Collection | 'meta', field: string, value: unknown): unknown {
  if ((textFields[collection] as readonly string[]).includes(field)) return new Y.Text(String(value));
  return isSetField(collection, field) ? toStoredSet(value) : value;
}

/** A new record, not yet part of a document. */
export function toRecordMap(collection: RecordCollection, fields: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  return new Y.Map(toStoredFields(collection, fields));
}

/** The record of an all-or-nothing moment that nobody has marked yet. Two people who mark it at once then share its texts. */
export function toDormantMoment(): Y.Map<unknown> {
  return toRecordMap('moments', { stays: '', leaves: '', gate: 'unknown', deletedAt: 0 });
}

/** Writes a map's content into an empty document, in canonical order. */
function writeMap(doc: Y.Doc, map: JourneyMap): void {
  doc.transact(() => {
    const meta = metaOf(doc);
    for (const [field, value] of toStoredFields('meta', map.meta)) meta.set(field, value);
    for (const collection of collections) writeCollection(doc, collection, map);
    const moments = recordsOf(doc, 'moments');
    for (const step of map.steps) if (!moments.has(step.id)) moments.set(step.id, toDormantMoment());
  }, serverOrigin);
}

/**
 * The first state of a document as one Yjs update (V1). The same map gives the same content, under a fresh random client id. `taken`: what a future state
 * has taken over already of what is on the map, when that is a copy of one. Only the server calls this; clients never seed.
 */
export function createDocument(map: JourneyMap, taken?: TakenNotes): Uint8Array {
  const doc = new Y.Doc();
  writeMap(doc, map);
  if (taken) doc.transact(() => writeTaken(doc, notesOn(map, taken)), serverOrigin);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

function writeCollection(doc: Y.Doc, collection: Collection, map: JourneyMap): void {
  const records = recordsOf(doc, collection);
  if (collection === 'emotions') {
    for (const { stepId, personaId, value } of map.emotions) records.set(pairKey(stepId, personaId), value);
  } else if (collection === 'stepDepartments') {
    for (const { stepId, departmentId, role } of map.stepDepartments) records.set(pairKey(stepId, departmentId), { role });
  } else if (collection === 'cardTags') {
    for (const { cardId, tag } of map.cardTags) records.set(pairKey(cardId, tag), true);
  } else if (collection === 'moments') {
    for (const { stepId, ...fields } of map.moments) records.set(stepId, toRecordMap(collection, fields));
  } else if (collection === 'cards') {
    // A silent round belongs to the map upon which it was held.
    for (const { id, round: _, ...fields } of map.cards) records.set(id, toRecordMap(collection, fields));
  } else {
    for (const { id, ...fields } of map[collection]) records.set(id, toRecordMap(collection, fields));
  }
}
