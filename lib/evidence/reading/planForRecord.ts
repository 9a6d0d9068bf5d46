import { adoptPlan } from './adoptPlan';
import type { ColumnPlan } from './columns';
import type { ReadingPlan } from './readingPlan';

const isUsed = ({ role }: ColumnPlan): boolean => role.kind !== 'ignore';
const isAnswer = ({ role }: ColumnPlan): boolean => role.kind === 'score' || role.kind === 'verbatim';

/**
 * How records that come one by one are read, by what somebody settled for files with the same columns, the last settled first: by the plan most of whose
 * columns they have. A tool may leave out what was not answered. A column that no plan knows is not read, whatever it looks like: nobody has looked at it. Null where
 * no plan is about any of their columns.
 */
export function planForRecord(found: ReadingPlan, remembered: readonly ReadingPlan[]): ReadingPlan | null {
  const names = new Set(found.columns.map(({ name }) => name));
  const countOf = (columns: readonly ColumnPlan[]): number => columns.filter(({ name }) => names.has(name)).length;
  let best: { plan: ReadingPlan; count: number } | null = null;
  for (const plan of remembered) {
    const used = plan.columns.filter(isUsed);
    const answers = used.filter(isAnswer);
    if (countOf(answers.length > 0 ? answers : used) === 0) continue;
    const count = countOf(used);
    if (count > (best?.count ?? 0)) best = { plan, count };
  }
  if (!best) return null;
  const known = new Set(best.plan.columns.map(({ name }) => name));
  const adopted = adoptPlan(found, best.plan);
  return {
    ...adopted,
    columns: adopted.columns.map((column) =>
      known.has(column.name) ? column : { ...column, role: { kind: 'ignore' }, doubts: [] },
    ),
  };
}
