/** A value that changes, in the form that React's `useSyncExternalStore` wants: `get` returns the same identity until it changes. */
export type Readable<T> = {
  get(): T;
  /** Calls the listener after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void;
};

export type Writable<T> = Readable<T> & { set(value: T): void };

/** A holder of one value. Setting an equal one (`Object.is`) tells nobody. */
export function createWritable<T>(initial: T): Writable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
