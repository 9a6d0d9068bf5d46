/** So many replaced values, and a map is made anew instead of looking into two. */
const mostPatches = 500;

/** A map that is another one but for some values; looking up costs as much, making it does not. */
class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  constructor(
    readonly base: ReadonlyMap<K, V>,
    readonly patches: ReadonlyMap<K, V>,
  ) {}

  get size(): number {
    return this.base.size;
  }

  get(key: K): V | undefined {
    return this.patches.get(key) ?? this.base.get(key);
  }

  has(key: K): boolean {
    return this.base.has(key);
  }

  keys(): MapIterator<K> {
    return this.base.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base.entries()) yield [key, this.patches.get(key) ?? value];
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(act: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}

/**
 * A list by its items' ids, from the map of an earlier list: when the same ids stand in both in the same order, only the items that were replaced
 * are entered. The earlier map stays as it is.
 */
export function mapById<T extends { id: string }>(
  items: readonly T[],
  before?: { items: readonly T[]; map: ReadonlyMap<string, T> },
): ReadonlyMap<string, T> {
  const whole = (): Map<string, T> => new Map(items.map((item) => [item.id, item]));
  if (!before || before.items.length !== items.length) return whole();
  const replaced: T[] = [];
  for (const [at, item] of items.entries()) {
    const earlier = before.items[at];
    if (item === earlier) continue;
    if (item.id !== earlier?.id || replaced.length === mostPatches) return whole();
    replaced.push(item);
  }
  if (replaced.length === 0) return before.map;
  const { base, patches } =
    before.map instanceof PatchedMap
      ? (before.map as PatchedMap<string, T>)
      : { base: before.map, patches: new Map<string, T>() };
  if (patches.size + replaced.length > mostPatches) return whole();
  return new PatchedMap(base, new Map([...patches, ...replaced.map((item) => [item.id, item] as const)]));
}
