import * as Y from 'yjs';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { isSameValue } from '@/lib/map/sameValue';
import type { FieldChange, Json } from './activity';
import { isSetField, readSet, writeSet } from './answerSets';
import { forgetTakenBack } from './future/forgetRestored';
import { deleteRecords } from './operations/records';
import { settleRemoved } from './operations/removedMark';
import { toPlainValue } from './plainValue';
import { readMap } from './readMap';
import { reverseTextChange } from './reverseTextChange';
import {
  type Collection,
  collections,
  findAlive,
  findRecord,
  isAlive,
  localOrigin,
  metaOf,
  type RecordCollection,
  type RecordMap,
  recordNames,
  recordsOf,
  textFields,
} from './schema';
import { writeText } from './textReference';

/** How many things (fields, and records that were made) were taken back, and how many stayed because somebody went on with them. */
export type TakenBack = { taken: number; kept: number };

/** Fields with which a record goes: into the bin, or into another one. */
const endings: ReadonlySet<string> = new Set(['deletedAt', 'mergedInto']);

/** How changes are taken back. */
export type TakeBackOptions = {
  origin?: unknown;
  /** A text without a change (`before` → `after`), from what it says now; null when it has to stay as it is. */
  reverse?: (before: string, after: string, now: string) => string | null;
  /** Whether things go back to places that are gone, and so into the tray, too. */
  anyPlace?: boolean;
};
type Settings = Required<TakeBackOptions>;

type Fields = Record<string, Json>;
type Made = { collection: Collection; id: string; fields: Fields };
type Changed = { collection: Collection | 'meta'; id: string; field: string; before: Json; after: Json };

const collectionOf = new Map<string, Collection>(collections.map((collection) => [recordNames[collection], collection]));
/** Collections whose values are no Y.Maps. */
type PairCollection = Exclude<Collection, RecordCollection>;
const pairCollections: readonly Collection[] = ['emotions', 'stepDepartments', 'cardTags'] satisfies PairCollection[];
const isPair = (collection: Collection): collection is PairCollection => pairCollections.includes(collection);

/**
 * Takes back what somebody changed, in one transaction: `changes` as the activity list has them, oldest first. Whatever somebody else changed
 * since stays as it is: a field goes back only if it still says what they left, a text only if their words can still be told from the others’,
 * and what they made goes (softly) only if nobody else wrote into it or put something into it.
 */
export function takeBack(doc: Y.Doc, changes: readonly FieldChange[], options: TakeBackOptions = {}): TakenBack {
  const settings: Settings = { origin: localOrigin, reverse: reverseTextChange, anyPlace: false, ...options };
  const { made, changed } = summarise(changes);
  return doc.transact(() => {
    const count: TakenBack = { taken: 0, kept: 0 };
    const tell = (done: boolean | null): void => {
      if (done === true) count.taken += 1;
      else if (done === false) count.kept += 1;
    };
    // Deletions first: what comes back may be where something else has to go back to.
    const restoring = changed.filter(({ field, before }) => endings.has(field) && before === null);
    const restore = (change: Changed): void => {
      const done = restoreField(doc, change, settings);
      if (done === true) forgetTakenBack(doc, change, change.field, sayingNow(doc, change));
      tell(done);
    };
    for (const change of restoring) restore(change);
    for (const change of changed) if (!restoring.includes(change)) restore(change);
    // What was made last goes first: a card before the step that it was put into.
    const { map } = readMap(doc);
    const own = new Set(made.map(({ collection, id }) => `${collection} ${id}`));
    for (const one of made.toReversed()) {
      const done = removeMade(doc, one, map, own);
      if (done === false) own.delete(`${one.collection} ${one.id}`);
      tell(done);
    }
    return count;
  }, settings.origin);
}

/** One change a field, from before the first to after the last; and records that were made, as they were left. */
function summarise(changes: readonly FieldChange[]): { made: Made[]; changed: Changed[] } {
  const made = new Map<string, Made>();
  const changed = new Map<string, Changed>();
  for (const { record, recordId: id, field, before, after } of changes) {
    const collection = record === 'meta' ? 'meta' : collectionOf.get(record);
    if (!collection) continue;
    const recordKey = `${collection} ${id}`;
    if (field === 'record' && collection !== 'meta') {
      if (before === null && isFields(after)) made.set(recordKey, { collection, id, fields: { ...after } });
      // A pair that was taken away as a whole: its value stands for it.
      else if (after === null && isFields(before) && !made.delete(recordKey))
        merge(changed, { collection, id, field, before, after });
      continue;
    }
    const own = made.get(recordKey);
    if (own) own.fields[field] = after;
    else merge(changed, { collection, id, field, before, after });
  }
  const differing = [...changed.values()].filter(({ before, after }) => !isSameValue(before, after));
  return { made: [...made.values()], changed: differing };
}

const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(changed: Map<string, Changed>, change: Changed): void {
  const key = `${change.collection} ${change.id} ${change.field}`;
  const earlier = changed.get(key);
  changed.set(key, earlier ? { ...change, before: earlier.before } : change);
}

/** True when it went back, false when somebody else's change stays, null when it stands as before anyhow. */
function restoreField(
  doc: Y.Doc,
  { collection, id, field, before, after }: Changed,
  { reverse, anyPlace }: Settings,
): boolean | null {
  if (collection !== 'meta' && isPair(collection)) return restorePair(doc, collection, { id, field, before, after });
  const record = collection === 'meta' ? metaOf(doc) : findRecord(doc, collection, id);
  if (!record) return false;
  const isText = (textFields[collection] as readonly string[]).includes(field);
  if (isText) return restoreText(record, field, toText(before), (now) => reverse(toText(before), toText(after), now));
  if (field === 'deletedAt') settleRemoved(record);
  const isSet = isSetField(collection, field);
  const now = isSet ? readSet(toPlainValue(record.get(field))) : (record.get(field) ?? null);
  if (isSameValue(now, before)) return null;
  if (!isSameValue(now, after) || !(anyPlace || hasHome(doc, collection, field, before))) return false;
  if (isSet) writeSet(record, field, before);
  else if (before === null) record.delete(field);
  else record.set(field, before);
  return true;
}

/** What a field says after it was taken back: of a text that may be more than what it said before. */
function sayingNow(doc: Y.Doc, { collection, id, field, before }: Changed): unknown {
  if (!(textFields[collection] as readonly string[]).includes(field)) return before;
  const record = collection === 'meta' ? metaOf(doc) : findRecord(doc, collection as RecordCollection, id);
  return toPlainValue(record?.get(field));
}

const toText = (value: Json): string => (typeof value === 'string' ? value : '');

function restoreText(record: RecordMap, field: string, before: string, reverse: (now: string) => string | null): boolean | null {
  const text = record.get(field);
  const now = text instanceof Y.Text ? text.toString() : '';
  if (now === before) return null;
  const next = reverse(now);
  return next === null ? false : writeText(record, field, next);
}

/** Whether what a place names is still there: nothing goes back into a step, lane or stage that is gone. */
function hasHome(doc: Y.Doc, collection: Collection | 'meta', field: string, value: Json): boolean {
  const homes: Record<string, RecordCollection> = { stageId: 'stages', stepId: 'steps', laneId: 'lanes' };
  if (field === 'pos' && isFields(value)) {
    return Object.entries(homes).every(([name, home]) => {
      const id = value[name];
      return typeof id !== 'string' || findAlive(doc, home, id) !== null;
    });
  }
  if (collection === 'links' && field === 'target' && isFields(value)) {
    const targets = { step: 'steps', moment: 'steps', card: 'cards', transition: 'transitions' } as const;
    const type = Object.keys(targets).find((known): known is keyof typeof targets => known === value.type);
    return type !== undefined && typeof value.id === 'string' && findAlive(doc, targets[type], value.id) !== null;
  }
  if (collection === 'transitions' && (field === 'from' || field === 'to')) {
    return value === null || (typeof value === 'string' && findAlive(doc, 'steps', value) !== null);
  }
  return true;
}

/** What a pair says, from its stored value: a feeling, a part in a step, that a card has a tag; null for none. */
function saidBy(collection: PairCollection, stored: unknown): unknown {
  if (stored === undefined) return null;
  if (collection === 'stepDepartments') return isFields(stored as Json) ? ((stored as Fields).role ?? null) : null;
  return collection === 'cardTags' ? true : stored;
}

/** The same from the activity list: of the pair as a whole (`record`), or of its one field. */
function saidIn(collection: PairCollection, field: string, value: Json): unknown {
  if (field !== 'record') return value;
  if (!isFields(value)) return null;
  return collection === 'cardTags' ? true : ((collection === 'emotions' ? value.value : value.role) ?? null);
}

function restorePair(
  doc: Y.Doc,
  collection: PairCollection,
  { id, field, before, after }: Omit<Changed, 'collection'>,
): boolean | null {
  const records = recordsOf(doc, collection);
  const now = saidBy(collection, records.get(id));
  const wanted = saidIn(collection, field, before);
  if (isSameValue(now, wanted)) return null;
  if (!isSameValue(now, saidIn(collection, field, after))) return false;
  if (wanted === null) records.delete(id);
  else records.set(id, collection === 'stepDepartments' ? { role: wanted } : wanted);
  return true;
}

/** Takes away what was made, unless somebody else had a hand in it. `own`: all that the same person made, and that goes, too. */
function removeMade(doc: Y.Doc, { collection, id, fields }: Made, map: JourneyMap, own: ReadonlySet<string>): boolean | null {
  const now = (map[collection] as readonly JourneyMap[Collection][number][]).find(
    (record) => recordKey(collection, record as never) === id,
  ) as Readonly<Record<string, unknown>> | undefined;
  if (!now) return null;
  if (Number.isFinite(now.deletedAt)) {
    endMerging(doc, collection, id, own);
    return null;
  }
  const touched = Object.entries(fields).some(
    ([field, value]) => !placeFields.has(field) && !isSameValue(now[field] ?? null, value),
  );
  if (touched || holdsOthers(map, collection, id, own)) return false;
  if (isPair(collection)) recordsOf(doc, collection).delete(id);
  else deleteRecords(doc, { collection, ids: [id] }, null);
  return true;
}

/** What was made and merged into something else no longer shows there what hangs on it; unless somebody else put something into it meanwhile. */
function endMerging(doc: Y.Doc, collection: Collection, id: string, own: ReadonlySet<string>): void {
  const record = collection === 'steps' || collection === 'stages' ? findRecord(doc, collection, id) : null;
  if (!record?.has('mergedInto')) return;
  const [field, inside] =
    collection === 'stages' ? ['stageId', ['steps'] as const] : ['stepId', ['cards', 'touchpoints'] as const];
  const holds = inside.some((of) =>
    [...recordsOf(doc, of)].some(([key, other]) => {
      const pos = other instanceof Y.Map && isAlive(other) ? other.get('pos') : null;
      return isFields(pos as Json) && (pos as Fields)[field] === id && !own.has(`${of} ${key}`);
    }),
  );
  if (!holds) record.delete('mergedInto');
}

/** Others may have moved what was made: it goes all the same. */
const placeFields: ReadonlySet<string> = new Set(['deletedAt', 'pos', 'order']);

/** Whether something that they did not make stands in it or hangs on it. */
function holdsOthers(map: JourneyMap, collection: Collection, id: string, own: ReadonlySet<string>): boolean {
  const theirs = <C extends Collection>(of: C, belongs: (record: JourneyMap[C][number]) => boolean): boolean =>
    (map[of] as readonly JourneyMap[C][number][]).some(
      (record) =>
        belongs(record) &&
        (record as { deletedAt?: number }).deletedAt === undefined &&
        !own.has(`${of} ${recordKey(of, record)}`),
    );
  const linked = (...types: string[]): boolean =>
    theirs('links', ({ target }) => target.id === id && types.includes(target.type));
  switch (collection) {
    case 'stages':
      return theirs('steps', ({ pos }) => pos.stageId === id);
    case 'lanes':
      return theirs('cards', ({ pos }) => pos.laneId === id);
    case 'steps':
      return (
        theirs('cards', ({ pos }) => pos.stepId === id) ||
        theirs('touchpoints', ({ pos }) => pos.stepId === id) ||
        theirs('emotions', ({ stepId }) => stepId === id) ||
        theirs('stepDepartments', ({ stepId }) => stepId === id) ||
        theirs('moments', ({ stepId }) => stepId === id) ||
        theirs('transitions', ({ from, to }) => from === id || to === id) ||
        linked('step', 'moment')
      );
    case 'cards':
      return (
        theirs('attachments', ({ pos }) => pos.cardId === id) ||
        theirs('cardLinks', ({ pos }) => pos.cardId === id) ||
        theirs('cardTags', ({ cardId }) => cardId === id) ||
        linked('card')
      );
    case 'personas':
      return theirs('emotions', ({ personaId }) => personaId === id);
    case 'departments':
      return theirs('stepDepartments', ({ departmentId }) => departmentId === id);
    case 'transitions':
      return linked('transition');
    default:
      return false;
  }
}
