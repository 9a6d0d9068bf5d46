/** Index of the first key that is not below `key`, by code unit. */
export function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Above this many new keys one sort is cheaper than as many insertions.
const fewKeys = 32;

/** The sorted keys without `removed` and with `added` (none of which is there yet). A new array. */
export function withKeys(keys: readonly string[], added: readonly string[], removed: ReadonlySet<string>): string[] {
  const next = removed.size > 0 ? keys.filter((key) => !removed.has(key)) : [...keys];
  if (added.length > fewKeys) return next.concat(added).sort(compare);
  for (const key of added) next.splice(lowerBound(next, key), 0, key);
  return next;
}
