/**
 * Index of the first item whose key is greater than or equal to `value`, in items sorted by that key; `items.length` when there is none.
 */
export function firstAtLeast<T>(items: readonly T[], value: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
