import type * as Y from 'yjs';
import type { Change, Difference, MapDiff, Place, Presence } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { linkKey } from '@/lib/map/listLinks';
import { isSameValue } from '@/lib/map/sameValue';
import { isSetField, writeSet } from '../answerSets';
import { toDormantMoment, toRecordMap } from '../createDocument';
import { listMerged, unmerge } from '../mergings';
import { markRemoved, settleRemoved } from '../operations/removedMark';
import { toPlainValue } from '../plainValue';
import {
  type Collection,
  findRecord,
  isAlive,
  metaOf,
  pairKey,
  type RecordCollection,
  type RecordMap,
  recordsOf,
  textFields,
} from '../schema';
import { type Meanwhile, textThen } from './meanwhile';
import { writeWords } from './writeWords';

type PairCollection = Exclude<Collection, RecordCollection>;
const isPair = (collection: Collection): collection is PairCollection =>
  collection === 'emotions' || collection === 'stepDepartments' || collection === 'cardTags';

/**
 * Makes the document say what lies on the other side of a difference, whose near side (`map`) it says now. Texts change word by word, what goes is
 * softly deleted at `at` (milliseconds since 1970), ids stay. What people have written `meanwhile` into a thing that goes brings it back.
 * `revocable`: what comes is made so that a person's undo can revoke it (`isRevoked`). Call inside a transaction.
 */
export function writeDifferences(
  doc: Y.Doc,
  map: JourneyMap,
  { differences, quiet }: MapDiff,
  { at, meanwhile = new Map(), revocable = false }: { at: number; meanwhile?: Meanwhile; revocable?: boolean },
): void {
  const removed = differences.filter((difference): difference is Presence => difference.kind === 'removed');
  removeLinks(doc, map, removed, at);
  for (const { collection, id } of removed) remove(doc, collection, id, { at, meanwhile });
  for (const difference of differences) if (difference.kind === 'added') add(doc, difference, revocable);
  for (const difference of differences) if (difference.kind === 'changed') change(doc, difference);
  for (const { collection, id, to } of differences.filter(isMove)) place(doc, collection, id, to.place);
  for (const { collection, id, to } of quiet) place(doc, collection, id, to);
}

const isMove = (difference: Difference): difference is Extract<Difference, { kind: 'moved' }> => difference.kind === 'moved';

/** Links that say the same count as one: they go together. */
function removeLinks(doc: Y.Doc, map: JourneyMap, removed: readonly Presence[], at: number): void {
  const keys = new Set(removed.flatMap((difference) => (difference.collection === 'links' ? [linkKey(difference.record)] : [])));
  if (keys.size === 0) return;
  for (const link of map.links) {
    const record = keys.has(linkKey(link)) ? findRecord(doc, 'links', link.id) : null;
    if (record && isAlive(record)) record.set('deletedAt', at);
  }
}

/** The keys of a pair in the document: its own, and those of what was merged into its step, which would show again. */
function keysOfPair(doc: Y.Doc, collection: PairCollection, key: string): string[] {
  if (collection === 'cardTags') return [key];
  const [stepId = '', other = ''] = key.split(':');
  return [key, ...listMerged(doc, 'steps', stepId).map((merged) => pairKey(merged, other))];
}

function remove(doc: Y.Doc, collection: Collection, id: string, { at, meanwhile }: { at: number; meanwhile: Meanwhile }): void {
  if (isPair(collection)) {
    for (const key of keysOfPair(doc, collection, id)) recordsOf(doc, collection).delete(key);
    return;
  }
  const record = findRecord(doc, collection, id);
  if (!record || !isAlive(record)) return;
  unmerge(record);
  settleRemoved(record);
  markRemoved(record, collection, (field) => textThen(meanwhile, collection, id, field));
  record.set('deletedAt', at);
}

function add(doc: Y.Doc, { collection, id, record }: Presence, revocable: boolean): void {
  if (isPair(collection)) {
    writePair(doc, collection, id, { ...record });
    return;
  }
  // Every kind goes by its id; a moment by its step's.
  const { [collection === 'moments' ? 'stepId' : 'id']: _, ...fields }: Record<string, unknown> = { ...record };
  const known = findRecord(doc, collection, id);
  if (known) {
    revive(known);
    writeFields(known, collection, fields);
    return;
  }
  recordsOf(doc, collection).set(id, toRecordMap(collection, revocable ? { ...fields, revocable, live: true } : fields));
  if (collection === 'steps' && !findRecord(doc, 'moments', id)) recordsOf(doc, 'moments').set(id, toDormantMoment());
}

function revive(record: RecordMap): void {
  unmerge(record);
  settleRemoved(record);
  if (record.has('deletedAt')) record.delete('deletedAt');
  if (record.get('revocable') === true && record.get('live') !== true) record.set('live', true);
}

/** Fields of the live document alone: what they say stays as it is. */
const ownFields: ReadonlySet<string> = new Set(['revocable', 'live', 'round', 'removed', 'votes']);

function writeFields(record: RecordMap, collection: RecordCollection, fields: Readonly<Record<string, unknown>>): void {
  for (const field of [...record.keys()]) if (!(field in fields) && !ownFields.has(field)) record.delete(field);
  for (const [field, value] of Object.entries(fields)) write(record, collection, field, value);
}

function write(record: RecordMap, collection: Collection | 'meta', field: string, value: unknown): void {
  if ((textFields[collection] as readonly string[]).includes(field)) writeWords(record, field, String(value ?? ''));
  else if (isSetField(collection, field)) writeSet(record, field, value);
  else if (value === undefined) record.delete(field);
  else if (!isSameValue(toPlainValue(record.get(field)), value)) record.set(field, value);
}

function change(doc: Y.Doc, { collection, id, fields }: Change): void {
  if (collection !== 'meta' && isPair(collection)) {
    writePair(doc, collection, id, Object.fromEntries(fields.map(({ field, after }) => [field, after])));
    return;
  }
  const record = collection === 'meta' ? metaOf(doc) : findRecord(doc, collection, id);
  if (record) for (const { field, after } of fields) write(record, collection, field, after);
}

function writePair(doc: Y.Doc, collection: PairCollection, key: string, fields: Readonly<Record<string, unknown>>): void {
  const records = recordsOf(doc, collection);
  for (const other of keysOfPair(doc, collection, key)) if (other !== key) records.delete(other);
  if (collection === 'emotions') records.set(key, fields.value);
  else records.set(key, collection === 'cardTags' ? true : { role: fields.role });
}

function place(doc: Y.Doc, collection: Collection, id: string, to: Place): void {
  const record = isPair(collection) ? null : findRecord(doc, collection, id);
  if (!record) return;
  settleRemoved(record);
  if (record.has('pos')) {
    if (!isSameValue(record.get('pos'), to)) record.set('pos', { ...to });
  } else if (record.get('order') !== to.order) record.set('order', to.order);
}
