/** What following mergings needs of a step or stage. */
type Mergeable = { id: string; mergedInto?: string | undefined };

/**
 * Where a chain of mergings ends. `next` gives what a record was merged into, null when it was not. When two people merged the same ones
 * into each other at once, the chain is a circle: the smallest id in it stands for all, so nothing of them is lost.
 */
export function followMergings(id: string, next: (id: string) => string | null): string {
  const path: string[] = [];
  for (let at: string | null = id; at !== null; at = next(at)) {
    const seen = path.indexOf(at);
    if (seen >= 0) return path.slice(seen).reduce((least, other) => (other < least ? other : least));
    path.push(at);
  }
  return path.at(-1) ?? id;
}

export type Successors = {
  /** What stands now for each that was merged into another. */
  heirs: ReadonlyMap<string, string>;
  /** Merged ones that stand for a circle, and so are there after all. */
  heads: ReadonlySet<string>;
};

/** Who stands for whom among steps or stages; null when none was merged, which is the rule. */
export function findSuccessors(records: readonly Mergeable[]): Successors | null {
  const merged = records.filter(({ mergedInto }) => mergedInto !== undefined);
  if (merged.length === 0) return null;
  const known = new Set(records.map(({ id }) => id));
  const nexts = new Map(merged.flatMap(({ id, mergedInto = '' }) => (known.has(mergedInto) ? [[id, mergedInto]] : [])));
  const next = (id: string): string | null => nexts.get(id) ?? null;
  const heirs = new Map<string, string>();
  const heads = new Set<string>();
  for (const { id } of merged) {
    const heir = followMergings(id, next);
    if (heir !== id) heirs.set(id, heir);
    else if (next(id) !== null) heads.add(id);
  }
  return { heirs, heads };
}
