/** So many are kept unless told otherwise, the last made. */
const usuallyKept = 30;
/** Of the time, one part in so many may go into making the same of a map that changes all the while. */
const share = 10;

type Kept<T> = { version: string; madeAt: number; cost: number; made: Promise<T> };

/** Of what, in which state; `exactly`: what was made of an earlier state will not do. */
type Wanted = { of: string; version: string; exactly?: boolean };

/** What was asked for; `isCurrent`: made of this very state, or a later one. */
type Found<T> = { value: T; isCurrent: boolean };

/**
 * Keeps what is made of whole maps, so that it is made once for each state of one, however many ask for it; and of a large map that people are busy
 * with not more often than the process can bear: for a moment, what was made of an earlier state is given. It hangs on the process (`running`), as every
 * bundle of Next has module variables of its own. `make` gets what was made of an earlier state, if that is still there.
 */
export function createKeeper<T>(name: string, mostKept = usuallyKept) {
  const key = Symbol.for(`wegmarke.kept.${name}`);
  const holder = globalThis as unknown as Record<symbol, WeakMap<object, Map<string, Kept<T>>> | undefined>;

  function keptOf(running: object): Map<string, Kept<T>> {
    const all = holder[key] ?? new WeakMap<object, Map<string, Kept<T>>>();
    holder[key] = all;
    const found = all.get(running) ?? new Map<string, Kept<T>>();
    all.set(running, found);
    return found;
  }

  return async (
    running: object,
    { of, version, exactly = false }: Wanted,
    make: (before: T | undefined) => Promise<T>,
  ): Promise<Found<T>> => {
    const kept = keptOf(running);
    const known = kept.get(of);
    const now = performance.now();
    const isCurrent = known?.version === version;
    if (known && (isCurrent || (!exactly && now - known.madeAt < known.cost * share)))
      return { value: await known.made, isCurrent };
    // Until it is there, nobody else begins to make it.
    const makeAfter = async (): Promise<T> => make(await known?.made.catch(() => undefined));
    const entry: Kept<T> = { version, madeAt: now, cost: Number.POSITIVE_INFINITY, made: makeAfter() };
    kept.delete(of);
    kept.set(of, entry);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    try {
      return { value: await entry.made, isCurrent: true };
    } catch (error) {
      if (kept.get(of) === entry) kept.delete(of);
      throw error;
    } finally {
      entry.cost = performance.now() - now;
    }
  };
}
