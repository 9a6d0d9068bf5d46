import type { CategoryTree } from '@/lib/evidence/categories/categoryTree';
import type { Reasons } from '@/lib/evidence/categories/reasonCounts';

/** A category with its answers: its own, and with those of all below it, the latter by months. `path`: its name behind those above it. */
export type NamedReason = {
  categoryId: string;
  parentId: string | null;
  level: number;
  path: readonly string[];
  own: number;
  total: number;
  months: { month: string; answers: number }[];
};

export type NamedReasons = Omit<Reasons, 'categories'> & { categories: NamedReason[] };

/** Reasons with the names of their categories, in the order of the tree; without those that nobody gave. */
export function toNamedReasons(reasons: Reasons, tree: CategoryTree): NamedReasons;
export function toNamedReasons(reasons: Reasons | null, tree: CategoryTree): NamedReasons | null;
export function toNamedReasons(reasons: Reasons | null, tree: CategoryTree): NamedReasons | null {
  if (reasons === null) return null;
  const parentOf = new Map(
    tree.list().flatMap(({ category, children }) => children.map((child) => [child.category.id, category.id] as const)),
  );
  const categories = reasons.categories.flatMap(({ categoryId, own, total, months }) => {
    const node = tree.find(categoryId);
    if (!node || total === 0) return [];
    const { level, path } = node;
    const byMonth = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, answers]) => ({ month, answers }));
    return [{ categoryId, parentId: parentOf.get(categoryId) ?? null, level, path, own, total, months: byMonth }];
  });
  return { ...reasons, categories };
}
