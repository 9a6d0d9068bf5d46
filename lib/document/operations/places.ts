import { generateNKeysBetween } from 'fractional-indexing';
import { compareOrder, type Ordered } from '@/lib/map/order';

/** A place in a list, next to another record or by number (0 is the first; beyond the end is the end). */
export type Place = { before: string } | { after: string } | { index: number };

// Keys grow a little with each insertion at the same place. Beyond this length the whole list is written anew.
const longestKey = 100;

/** Orders for new items, and the records that must get another order to make room for them. */
export type Orders = { orders: string[]; moved: Ordered[] };

/** Index at which something comes to stand among sorted siblings. Null when the record next to it is not among them. */
export function toIndex(siblings: readonly Ordered[], place: Place | undefined): number | null {
  if (!place) return siblings.length;
  if ('index' in place) return Math.min(Math.max(Math.trunc(place.index) || 0, 0), siblings.length);
  const anchor = 'before' in place ? place.before : place.after;
  const index = siblings.findIndex((sibling) => sibling.id === anchor);
  if (index < 0) return null;
  return 'before' in place ? index : index + 1;
}

/**
 * Orders for `count` items at an index of a sorted list. Two people who insert at the same place at once make equal orders;
 * between those nothing fits, so the run of equal ones is written anew. A list with orders that no key can be made of is written anew as a whole.
 */
export function ordersAt(siblings: readonly Ordered[], index: number, count: number): Orders {
  const left = siblings[index - 1];
  const right = siblings[index];
  if (!left || !right || left.order !== right.order) {
    const orders = keysBetween(left?.order, right?.order, count);
    if (orders) return { orders, moved: [] };
  } else {
    const first = siblings.findIndex((sibling) => sibling.order === left.order);
    const end = siblings.findIndex((sibling) => sibling.order > left.order);
    const after = end < 0 ? siblings.length : end;
    const run = siblings.slice(first + 1, after);
    const keys = keysBetween(left.order, siblings[after]?.order, run.length + count);
    if (keys) return share(keys, run, index - first - 1, count);
  }
  return share(generateNKeysBetween(null, null, siblings.length + count), siblings, index, count);
}

function share(keys: readonly string[], siblings: readonly Ordered[], index: number, count: number): Orders {
  const others = [...keys.slice(0, index), ...keys.slice(index + count)];
  const moved = siblings.flatMap(({ id, order }, at) => {
    const key = others[at];
    return key === undefined || key === order ? [] : [{ id, order: key }];
  });
  return { orders: keys.slice(index, index + count), moved };
}

/** Null when the bounds are no keys, or when the keys would get too long. */
function keysBetween(left: string | undefined, right: string | undefined, count: number): string[] | null {
  try {
    const keys = generateNKeysBetween(left ?? null, right ?? null, count);
    return keys.some((key) => key.length > longestKey) ? null : keys;
  } catch {
    return null;
  }
}

/** Sorted copy, as the map shows it. */
export function sortOrdered(items: readonly Ordered[]): Ordered[] {
  return items.toSorted(compareOrder);
}
