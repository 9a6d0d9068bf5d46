import { z } from 'zod';

/** A fractional index: compared by code unit, never by locale. */
export const orderSchema = z.string().min(1).max(512);

export type Ordered = { id: string; order: string };

/** Sorts by (order, id), both by code unit. Two equal orders happen under concurrency; the id then decides. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The order of the item at `index` (0 …) in a list that is written anew: short fractional indices, `a0`, `a1`, … `b00`, … */
export function orderAt(index: number): string {
  let rest = index;
  for (let length = 1; ; length++) {
    const capacity = digits.length ** length;
    if (rest >= capacity) {
      rest -= capacity;
      continue;
    }
    let key = '';
    for (let place = 0; place < length; place++) {
      key = (digits[rest % digits.length] ?? '') + key;
      rest = Math.floor(rest / digits.length);
    }
    // The head says how many digits follow: a one, b two, …
    return String.fromCharCode('a'.charCodeAt(0) + length - 1) + key;
  }
}
