/** How alike two items of two lists are; 0: not at all. */
export type Score<A, B> = (a: A, b: B) => number;

/** Pairs of items that are compared at most; each item of longer lists is compared with those near its place only. */
const mostCompared = 250_000;
const near = 40;

/**
 * Pairs the items of two lists that are alike: first as many as go in the order of both, the most alike in sum, then the rest one by one, the most alike
 * first. `least`: how alike two have to be in order, and out of it.
 */
export function alignLists<A, B>(
  a: readonly A[],
  b: readonly B[],
  score: Score<A, B>,
  least: { inOrder: number; outOfOrder: number },
): [A, B][] {
  if (a.length * b.length > mostCompared) return alignNear(a, b, score, least.outOfOrder);
  const scores = a.map((one) => b.map((other) => score(one, other)));
  const at = (i: number, j: number): number => scores[i]?.[j] ?? 0;
  const pairs = inOrder(a.length, b.length, (i, j) => (at(i, j) >= least.inOrder ? at(i, j) : 0));
  const [usedA, usedB] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  const rest = a
    .flatMap((_, i) =>
      usedA.has(i)
        ? []
        : b.flatMap((_, j): [number, number, number][] =>
            at(i, j) >= least.outOfOrder && !usedB.has(j) ? [[i, j, at(i, j)]] : [],
          ),
    )
    .sort((left, right) => right[2] - left[2] || left[0] - right[0] || left[1] - right[1]);
  for (const [i, j] of rest) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push([i, j]);
  }
  return pairs.flatMap(([i, j]): [A, B][] => {
    const [one, other] = [a[i], b[j]];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
}

/** As `alignLists`, for lists so long that not every item can be compared with every other one: each with those at about the same place, one after the other. */
function alignNear<A, B>(a: readonly A[], b: readonly B[], score: Score<A, B>, least: number): [A, B][] {
  const used = new Set<number>();
  return a.flatMap((one, i): [A, B][] => {
    const middle = Math.round((i * b.length) / a.length);
    let best: { j: number; value: number } | null = null;
    for (let j = Math.max(0, middle - near); j <= Math.min(b.length - 1, middle + near); j++) {
      const other = b[j];
      if (used.has(j) || other === undefined) continue;
      const value = score(one, other);
      if (value >= least && value > (best?.value ?? 0)) best = { j, value };
    }
    const found = best && b[best.j];
    if (!best || found === undefined || found === null) return [];
    used.add(best.j);
    return [[one, found]];
  });
}

/** The pairs of indices that rise in both lists and score the most together. */
function inOrder(rows: number, columns: number, score: (i: number, j: number) => number): [number, number][] {
  const width = columns + 1;
  // best[i][j]: the most that the items from i and j on score.
  const best = new Float64Array((rows + 1) * width);
  const sum = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const value = score(i, j);
      const both = value > 0 ? value + sum(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(both, sum(i + 1, j), sum(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    const value = score(i, j);
    if (value > 0 && sum(i, j) === value + sum(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (sum(i, j) === sum(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}
