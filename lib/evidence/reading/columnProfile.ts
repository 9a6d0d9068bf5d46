/** What the first rows of a file show of a column. Missing values are not counted. */
export type ColumnProfile = {
  /** Rows looked at, and those of them in which the column has a value. */
  rows: number;
  filled: number;
  /** The different values in the order in which they came, as many of them and as much of each as is kept. */
  values: string[];
  /** How often each of them occurs. */
  counts: number[];
  /** How many different values there are, as far as they were counted. */
  distinct: number;
  meanLength: number;
  meanWords: number;
};

const mostKept = 300;
const longestKept = 500;

/** Looks at the cells of one column. */
export function profileColumn(
  rows: readonly (readonly string[])[],
  index: number,
  isMissing: (cell: string) => boolean,
): ColumnProfile {
  const seen = new Map<string, number>();
  let filled = 0;
  let length = 0;
  let words = 0;
  for (const row of rows) {
    const cell = row[index] ?? '';
    if (isMissing(cell)) continue;
    const text = cell.trim();
    filled++;
    length += text.length;
    words += text.split(/\s+/).length;
    // As much as tells what it is: patterns would take forever to look through a cell that somebody has made long.
    const kept = text.slice(0, longestKept);
    seen.set(kept, (seen.get(kept) ?? 0) + 1);
  }
  return {
    rows: rows.length,
    filled,
    values: [...seen.keys()].slice(0, mostKept),
    counts: [...seen.values()].slice(0, mostKept),
    distinct: seen.size,
    meanLength: filled === 0 ? 0 : length / filled,
    meanWords: filled === 0 ? 0 : words / filled,
  };
}

/** Which part of a column's different values satisfies a condition; 0 where there are none. */
export function shareOf({ values }: ColumnProfile, test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}
