/**
 * Which of the items that both lists have stand elsewhere: the fewest whose moving makes one order of the other. The same items, whichever list comes
 * first.
 */
export function findMoved(before: readonly string[], after: readonly string[]): Set<string> {
  const [known, kept] = [new Set(before), new Set(after)];
  const a = before.filter((id) => kept.has(id));
  const b = after.filter((id) => known.has(id));
  if (a.every((id, at) => id === b[at])) return new Set();
  // Several choices can be the fewest; both directions have to make the same.
  const [first, second] = a.join(' ') < b.join(' ') ? [a, b] : [b, a];
  const ranks = new Map(first.map((id, rank) => [id, rank]));
  const stays = longestRise(second.map((id) => ranks.get(id) ?? 0));
  return new Set(second.filter((_, at) => !stays.has(at)));
}

/** Indices of a longest part of different numbers that rises from left to right. */
function longestRise(numbers: readonly number[]): Set<number> {
  // For each length the index at which the lowest end of such a part stands.
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const rise = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.add(at);
  return rise;
}
