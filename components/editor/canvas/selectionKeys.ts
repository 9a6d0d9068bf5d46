import { type MapReference, referenceKey } from '../reference';

const cache = new WeakMap<readonly MapReference[], ReadonlySet<string>>();

/** Keys of what is selected; made once per selection, since every box in view asks. */
export function selectedKeys(selected: readonly MapReference[]): ReadonlySet<string> {
  const known = cache.get(selected);
  if (known) return known;
  const keys = new Set(selected.map(referenceKey));
  cache.set(selected, keys);
  return keys;
}
