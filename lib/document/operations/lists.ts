import * as Y from 'yjs';
import { compareOrder, type Ordered } from '@/lib/map/order';
import { heirOf, readHeirs } from '../mergings';
import { findAlive, isAlive, type RecordMap, recordsOf } from '../schema';
import { isRemovedButWrittenOn } from '../writtenOn';
import { ordersAt, type Place, sortOrdered, toIndex } from './places';
import { settleRemoved } from './removedMark';

/** Collections whose records stand in one list, by their field `order`. */
export type ListCollection = 'stages' | 'lanes' | 'personas' | 'departments';
/** Collections whose records stand in many lists: `pos` names the list and the order in it, as one value. */
export type PlacedCollection = 'steps' | 'cards' | 'touchpoints' | 'attachments' | 'cardLinks';

/** Which list a record stands in: for steps `{ stageId }`, for cards `{ stepId, laneId }`, for touchpoints `{ stepId }`, for what lies on a card `{ cardId }`. */
export type Container = Readonly<Record<string, string>>;

/**
 * The list that a record stands in, without its order there; null when it has no place that can be used. What lies in a merged step or stage
 * stands in the list of the one that took it over.
 */
export function containerOf(record: RecordMap): Container | null {
  const pos = record.get('pos');
  if (typeof pos !== 'object' || pos === null) return null;
  const entries = Object.entries(pos).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const { doc } = record;
  const now = (field: string, id: string): string => {
    const of = mergeable[field];
    return of && doc ? heirOf(recordsOf(doc, of), id) : id;
  };
  return Object.fromEntries(entries.flatMap(([field, id]) => (field === 'order' ? [] : [[field, now(field, id)]])));
}

/** Fields of a place that name what may have been merged. */
const mergeable: Readonly<Record<string, 'steps' | 'stages' | undefined>> = { stepId: 'steps', stageId: 'stages' };

/** The living records of a list in their order. */
export function listSiblings(doc: Y.Doc, collection: ListCollection | PlacedCollection, container: Container | null): Ordered[] {
  const wanted = Object.entries(container ?? {}).map(([field, value]) => {
    const of = mergeable[field];
    // Its own id, and those of what was merged into it.
    const merged = of ? [...readHeirs(doc, of)].flatMap(([id, heir]) => (heir === value ? [id] : [])) : [];
    return { field, value, merged };
  });
  const siblings: Ordered[] = [];
  recordsOf(doc, collection).forEach((record, id) => {
    if (!(record instanceof Y.Map)) return;
    const place: unknown = container === null ? { order: record.get('order') } : record.get('pos');
    if (typeof place !== 'object' || place === null) return;
    // Not copied: a map has thousands of cards, and each is looked at here.
    const fields = place as Readonly<Record<string, unknown>>;
    const isElsewhere = wanted.some(({ field, value, merged }) => {
      const at = fields[field];
      return at !== value && (merged.length === 0 || typeof at !== 'string' || !merged.includes(at));
    });
    if (isElsewhere || typeof fields.order !== 'string' || !isAlive(record) || isInTray(collection, record)) return;
    siblings.push({ id, order: fields.order });
  });
  return sortOrdered(siblings);
}

/** Whether a card lies in the tray although the cell that it stood in is there: a restore took it away while somebody wrote into it. */
const isInTray = (collection: ListCollection | PlacedCollection, record: RecordMap): boolean =>
  collection === 'cards' && isRemovedButWrittenOn(record);

/** The living records of every list of a collection, by the list. */
export type Siblings = { collection: PlacedCollection; of(container: Container): Ordered[] };

const keyOf = (container: Container): string =>
  Object.entries(container)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `${field}=${value}`)
    .join('&');

/** All lists of a collection in one look at the document: for whoever adds to many of them, and keeps them up to date. */
export function listAllSiblings(doc: Y.Doc, collection: PlacedCollection): Siblings {
  const lists = new Map<string, Ordered[]>();
  const of = (container: Container): Ordered[] => {
    const key = keyOf(container);
    const known = lists.get(key) ?? [];
    lists.set(key, known);
    return known;
  };
  recordsOf(doc, collection).forEach((record, id) => {
    if (!(record instanceof Y.Map) || !isAlive(record) || isInTray(collection, record)) return;
    const container = containerOf(record);
    const pos: unknown = record.get('pos');
    const order = typeof pos === 'object' && pos !== null && 'order' in pos ? pos.order : null;
    if (container && typeof order === 'string') of(container).push({ id, order });
  });
  for (const list of lists.values()) list.sort(compareOrder);
  return { collection, of };
}

function setPlace(record: RecordMap, container: Container | null, order: string): void {
  settleRemoved(record);
  if (container === null) record.set('order', order);
  else record.set('pos', { ...container, order });
}

/**
 * Makes room in a list. Returns the orders for `count` records, or null when the record next to the place is not in the list.
 * Records in `without` are about to move and do not count. Call inside a transaction.
 */
export function makeRoom(
  doc: Y.Doc,
  collection: ListCollection | PlacedCollection,
  container: Container | null,
  place: Place | undefined,
  count: number,
  without: ReadonlySet<string> = new Set(),
): string[] | null {
  const siblings = listSiblings(doc, collection, container).filter(({ id }) => !without.has(id));
  const index = toIndex(siblings, place);
  if (index === null) return null;
  const { orders, moved } = ordersAt(siblings, index, count);
  for (const { id, order } of moved) {
    const record = recordsOf(doc, collection).get(id);
    if (record instanceof Y.Map) setPlace(record, container, order);
  }
  return orders;
}

/**
 * Inserts a record behind another one of a list whose `siblings` were looked for before, and keeps these up to date: for many records at once,
 * as looking for siblings means looking at every record. Null when the other one is not there. Call inside a transaction.
 */
export function insertBehind(
  doc: Y.Doc,
  collection: PlacedCollection,
  list: { container: Container; siblings: Ordered[] },
  anchor: string,
  insert: (order: string) => string,
): string | null {
  const { container, siblings } = list;
  const index = toIndex(siblings, { after: anchor });
  if (index === null) return null;
  const { orders, moved } = ordersAt(siblings, index, 1);
  const [order] = orders;
  if (order === undefined) return null;
  for (const { id, order: other } of moved) {
    const record = recordsOf(doc, collection).get(id);
    if (record instanceof Y.Map) setPlace(record, container, other);
    const sibling = siblings.find((known) => known.id === id);
    if (sibling) sibling.order = other;
  }
  const id = insert(order);
  siblings.splice(index, 0, { id, order });
  return id;
}

/**
 * Moves living records to a place of a list, in the order given. Those that are gone are passed over, and nothing is
 * written when they already stand there. False, and nothing written, when none is left or the record next to the place is not there.
 */
export function moveInList(
  doc: Y.Doc,
  collection: ListCollection | PlacedCollection,
  ids: readonly string[],
  container: Container | null,
  place: Place | undefined,
): boolean {
  const records = [...new Set(ids)].flatMap((id) => {
    const record = findAlive(doc, collection, id);
    return record ? [{ id, record }] : [];
  });
  if (records.length === 0) return false;
  const moving = records.map(({ id }) => id);
  const here = listSiblings(doc, collection, container).map(({ id }) => id);
  const without = new Set(moving);
  const others = here.filter((id) => !without.has(id)).map((id) => ({ id, order: '' }));
  const index = toIndex(others, place);
  if (index === null) return false;
  const wanted = others.map(({ id }) => id).toSpliced(index, 0, ...moving);
  if (wanted.length === here.length && wanted.every((id, at) => id === here[at])) return true;
  const orders = makeRoom(doc, collection, container, { index }, moving.length, without);
  for (const [at, { record }] of records.entries()) {
    const order = orders?.[at];
    if (order !== undefined) setPlace(record, container, order);
  }
  return orders !== null;
}
