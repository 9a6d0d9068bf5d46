/** Numbers, summed up. `variance` is that of the numbers themselves (divided by n, not by n − 1), as in the published formula for NPS. */
export type Sample = { n: number; mean: number; variance: number };

export type Counted = readonly [value: number, count: number];

/** Sums up numbers of which each occurs so many times. Of no numbers at all the mean is not a number. */
export function sampleOf(values: readonly Counted[]): Sample {
  const sum = (of: (value: number) => number): number => values.reduce((total, [value, count]) => total + of(value) * count, 0);
  const n = sum(() => 1);
  const given = values.filter(([, count]) => count > 0).map(([value]) => value);
  // What the computer rounds must not carry the mean of many equal numbers past them.
  const mean = Math.min(Math.max(sum((value) => value) / n, Math.min(...given)), Math.max(...given));
  return { n, mean, variance: sum((value) => (value - mean) ** 2) / n };
}
