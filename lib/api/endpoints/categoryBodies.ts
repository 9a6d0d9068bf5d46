import type { z } from 'zod';
import type { Database } from '@/lib/data/database';
import { countPendingSorting } from '@/lib/data/evidence/sorting';
import { AppError } from '@/lib/errors';
import { inOrder } from '@/lib/evidence/categories/categorise';
import type { CategoryNode } from '@/lib/evidence/categories/categoryTree';
import { type Categories, readCategories } from '@/lib/sources/categories/readCategories';
import type { categorySchema, categorySetSchema, ruleSchema } from '../schemas/categories';

/** A category as it is answered. */
function toCategoryBody({ category, level }: CategoryNode): z.output<typeof categorySchema> {
  const { id, parentId, name, aliases } = category;
  return { id, parentId: level === 1 ? null : parentId, level, name, aliases: [...aliases] };
}

const toRuleBodies = ({ rules, tree }: Categories): z.output<typeof ruleSchema>[] =>
  inOrder(rules).flatMap(({ order: _, ...rule }) => (tree.find(rule.categoryId) ? [rule] : []));

/** The categories of a workspace and its rules, as they are answered. */
export async function readCategorySetBody(db: Database, workspaceId: string): Promise<z.output<typeof categorySetSchema>> {
  const categories = await readCategories(db, workspaceId);
  const isSorting = (await countPendingSorting(db, workspaceId)) > 0;
  return { items: categories.tree.list().map(toCategoryBody), rules: toRuleBodies(categories), isSorting };
}

/** One category as it is answered; null when it is gone. */
export async function findCategoryBody(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<z.output<typeof categorySchema> | null> {
  const node = (await readCategories(db, workspaceId)).tree.find(id);
  return node && toCategoryBody(node);
}

/** One rule as it is answered; null when it is gone. */
export async function findRuleBody(db: Database, workspaceId: string, id: string): Promise<z.output<typeof ruleSchema> | null> {
  return toRuleBodies(await readCategories(db, workspaceId)).find((rule) => rule.id === id) ?? null;
}

/** What was just made or changed. Throws `conflict` when somebody deleted it at the very moment. */
export function orGone<Body>(body: Body | null): Body {
  if (body !== null) return body;
  throw new AppError('conflict', 'It was deleted meanwhile.', { messageKey: 'categoryNotFound' });
}
