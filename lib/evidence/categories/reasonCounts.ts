import { monthsOfTaken, type Taken } from '../countCube';
import { totalOf } from '../scoreCounts';
import { valueIn } from '../selectRollups';
import { categoryDimension } from './category';
import type { CategoryTree } from './categoryTree';

/** How many answers a category has: its own, with those of all below it, and the latter by months (`2026-02`). */
export type ReasonCount = { categoryId: string; own: number; total: number; months: ReadonlyMap<string, number> };

/**
 * For which reasons customers got in touch. `answers`: all of them; `uncategorised`: those in no category; `months`: both by months, oldest first, without answers
 * that have no day. `categories`: those that are there, each before those below it.
 */
export type Reasons = {
  answers: number;
  uncategorised: number;
  months: readonly { month: string; answers: number; uncategorised: number }[];
  categories: readonly ReasonCount[];
};

type Sum = { own: number; total: number; months: Map<string, number> };

const newSum = (): Sum => ({ own: 0, total: 0, months: new Map() });

const monthCounts = (taken: Taken): [string, number][] =>
  [...monthsOfTaken([taken])].map(([month, counts]) => [month, totalOf(counts)]);

function countOf({ slice, days }: Taken): number {
  if (days === null) return totalOf(slice.all);
  return days.reduce((sum, { counts }) => counts.reduce((part, [, count]) => part + count, sum), 0);
}

function add(sum: Sum, count: number, months: readonly (readonly [string, number])[]): void {
  sum.total += count;
  for (const [month, some] of months) sum.months.set(month, (sum.months.get(month) ?? 0) + some);
}

/** Counts reasons of answers that were selected, from what is counted of answers themselves. Answers of a deleted category count where they went. */
export function countReasons(taken: readonly Taken[], tree: CategoryTree): Reasons {
  const all = newSum();
  const none = newSum();
  const sums = new Map<string, Sum>();
  const nodes = tree.list();
  for (const { category } of nodes) sums.set(category.id, newSum());
  const parentOf = new Map(nodes.flatMap(({ category, children }) => children.map((child) => [child.category.id, category.id])));
  for (const part of taken) {
    const [count, months] = [countOf(part), monthCounts(part)];
    const said = valueIn(part.slice, categoryDimension);
    const id = said === null ? null : tree.standIn(said);
    add(all, count, months);
    if (id === null) add(none, count, months);
    else (sums.get(id) ?? newSum()).own += count;
    for (let at = id; at !== null; at = parentOf.get(at) ?? null) add(sums.get(at) ?? newSum(), count, months);
  }
  return {
    answers: all.total,
    uncategorised: none.total,
    months: [...all.months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, answers]) => ({ month, answers, uncategorised: none.months.get(month) ?? 0 })),
    categories: nodes.map(({ category: { id } }) => ({ categoryId: id, ...(sums.get(id) ?? newSum()) })),
  };
}

/** The reasons that most answers have for their own, the most frequent first; each answer counts in one of them. */
export function topReasons({ categories }: Pick<Reasons, 'categories'>, most = Number.POSITIVE_INFINITY): ReasonCount[] {
  const used = categories.filter(({ own }) => own > 0);
  return used.toSorted((a, b) => b.own - a.own).slice(0, most);
}
