import type { ReadingPlan } from './readingPlan';

/** Tells the rows that a plan leaves out: gives the column that says so, and what stands in it; null for all others. */
export function leftOutTest({
  columns,
  leavesOut,
}: ReadingPlan): (cells: readonly string[]) => { column: string; cell: string } | null {
  const tests = leavesOut.flatMap(({ column, values }) => {
    const index = columns.findIndex(({ name }) => name === column);
    return index < 0 ? [] : [{ column, index, values: new Set(values.map((value) => value.trim().toLowerCase())) }];
  });
  return (cells) => {
    for (const { column, index, values } of tests) {
      const cell = (cells[index] ?? '').trim();
      if (values.has(cell.toLowerCase())) return { column, cell };
    }
    return null;
  };
}
