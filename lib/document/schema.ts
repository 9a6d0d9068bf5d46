import * as Y from 'yjs';
import { type Collection, collections } from '@/lib/map/collections';
import { followMergings } from '@/lib/map/successors';
import { isRemovedButWrittenOn } from './writtenOn';

export { type Collection, collections } from '@/lib/map/collections';

// The shape of a document. Top-level Y.Maps hold flat records by key; what a record is, its schema in lib/map says.
//   meta                    the title block's fields
//   stages, steps, …        key: the record's id; value: a Y.Map of its fields, without the id
//   moments                 key: the step's id; every step has one from its beginning, "dormant" (deletedAt 0, no texts) until it is marked
//   emotions                key: stepId:personaId; value: the number
//   stepDepartments         key: stepId:departmentId; value: { role }
//   cardTags                key: cardId:tag; value: true
//   takenOver               what a future state last took over of its current state (future/takenNotes.ts); beside the map, not part of it
// `textFields` are Y.Text, `setFields` are Y.Maps of `true` by element, everything else is one last-writer-wins value; `pos` holds list and order together, so that they change together.
// A deleted record has `deletedAt`; a step or stage that was merged into another has `mergedInto`, too (mergings.ts). One that a restore took away has `removed`, too (writtenOn.ts).
// A record made by an operation has `revocable` and `live` besides (isRevoked).

/** Version of the document's shape. Raise it together with an entry in migrations.ts and a stored fixture. */
export const schemaVersion = 2;

/** Origin of this person's own edits: undo tracks it and nothing else. */
export const localOrigin = Symbol('local edit');

/** What one record of a collection is called: in issues, in the activity list and in messages. */
export const recordNames = {
  stages: 'stage',
  steps: 'step',
  touchpoints: 'touchpoint',
  departments: 'department',
  stepDepartments: 'stepDepartment',
  personas: 'persona',
  emotions: 'emotion',
  moments: 'moment',
  lanes: 'lane',
  cards: 'card',
  attachments: 'attachment',
  cardTags: 'cardTag',
  cardLinks: 'cardLink',
  transitions: 'transition',
  links: 'link',
  reasons: 'reason',
} as const satisfies Record<Collection, string>;
export type RecordName = (typeof recordNames)[Collection] | 'meta';

/** Collections whose values are Y.Maps. The others hold one last-writer-wins value per key and are removed for good. */
export type RecordCollection = Exclude<Collection, 'stepDepartments' | 'emotions' | 'cardTags'>;

/** Fields that are Y.Text, because people type in them together. Every other field is one last-writer-wins value. */
export const textFields = {
  meta: ['title', 'scenario', 'goal', 'notes'],
  stages: ['title'],
  steps: ['title', 'notes'],
  touchpoints: [],
  departments: [],
  stepDepartments: [],
  personas: ['name', 'description'],
  emotions: [],
  moments: ['stays', 'leaves'],
  lanes: ['title'],
  cards: ['text'],
  attachments: [],
  cardTags: [],
  cardLinks: [],
  transitions: ['label'],
  links: [],
  reasons: ['text'],
} as const satisfies Record<Collection | 'meta', readonly string[]>;

/** Fields that are sets, which people add to and take from together: a list when they are read (answerSets.ts). */
export const setFields: { readonly [C in Collection | 'meta']?: readonly string[] } = { reasons: ['answers'] };

export type RecordMap = Y.Map<unknown>;

/** The title block's Y.Map. */
export function metaOf(doc: Y.Doc): RecordMap {
  return doc.getMap('meta');
}

/** A collection's Y.Map: values are Y.Maps, numbers (emotions), plain objects (stepDepartments) or true (cardTags). */
export function recordsOf(doc: Y.Doc, collection: Collection): Y.Map<unknown> {
  return doc.getMap(collection);
}

/** The Y.Map of what was taken over (future/takenNotes.ts): it is undone together with that, and is no part of the map. */
export function takenOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('takenOver');
}

/** Every top-level Y.Map of a document: what is undone and taken back. */
export function topMaps(doc: Y.Doc): Y.Map<unknown>[] {
  return [metaOf(doc), ...collections.map((collection) => recordsOf(doc, collection)), takenOf(doc)];
}

/** A record by its key, deleted or not; null when there is none. */
export function findRecord(doc: Y.Doc, collection: RecordCollection, id: string): RecordMap | null {
  const value = recordsOf(doc, collection).get(id);
  return value instanceof Y.Map ? value : null;
}

/**
 * Whether a record's making was undone. Operations give a new record the fields `revocable` and `live`; undo takes `live`
 * away and leaves the rest, so that what others wrote into the record or hung on it still has something to stand on.
 */
export function isRevoked(record: RecordMap): boolean {
  return record.get('revocable') === true && record.get('live') !== true;
}

/** Whether a record is on the map: neither deleted nor revoked, and not merged into another one. What a restore took away counts as there once somebody has written into it. */
export function isAlive(record: RecordMap): boolean {
  const { parent } = record;
  if (record.has('mergedInto') && parent instanceof Y.Map && mergedIntoOf(parent, record) !== null) {
    return standsForCircle(parent, record);
  }
  return (!Number.isFinite(record.get('deletedAt')) || isRemovedButWrittenOn(record)) && !isRevoked(record);
}

/**
 * The id of what a record was merged into; null when it was not, or when that one is not there. This alone decides: `deletedAt`, which it has
 * besides, may be taken back by somebody's undo of a deletion at the same moment.
 */
export function mergedIntoOf(records: Y.Map<unknown>, record: RecordMap): string | null {
  const id = record.get('mergedInto');
  return typeof id === 'string' && records.get(id) instanceof Y.Map ? id : null;
}

/** Whether a record was merged into another one, and that one into it, by two people at once, and it is the one that stays. */
function standsForCircle(records: Y.Map<unknown>, record: RecordMap): boolean {
  const id = record._item?.parentSub;
  if (!id) return false;
  const end = followMergings(id, (at) => {
    const other = records.get(at);
    return other instanceof Y.Map ? mergedIntoOf(records, other) : null;
  });
  return end === id;
}

/** A record that is there and alive; null otherwise. */
export function findAlive(doc: Y.Doc, collection: RecordCollection, id: string): RecordMap | null {
  const record = findRecord(doc, collection, id);
  return record && isAlive(record) ? record : null;
}

/** Key of an emotion (`stepId:personaId`) or of a department's part in a step (`stepId:departmentId`), or of a card's tag (`cardId:tag`). */
export function pairKey(first: string, second: string): string {
  return `${first}:${second}`;
}
