import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { type CategorySet, ordersBetween } from '@/lib/data/evidence/categories';
import { AppError } from '@/lib/errors';
import { inOrder } from '@/lib/evidence/categories/categorise';
import { mostRules } from '@/lib/evidence/categories/category';
import { ruleWordsSchema } from '@/lib/evidence/categories/categoryRule';
import { idSchema, newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { categoryGone, change } from './manageCategories';

const after = idSchema.nullable().describe('The rule that it is to stand behind, which decides before it; null: first.');

/** What makes a rule. Without `after` it stands last. */
export const newRuleSchema = z.strictObject({ categoryId: idSchema, ...ruleWordsSchema.shape, after: after.optional() });

const { any, none, words } = ruleWordsSchema.shape;

/** What may be changed of one. What is absent stays. */
export const ruleChangeSchema = z.strictObject({
  categoryId: idSchema.optional(),
  any: any.optional(),
  none: none.unwrap().optional(),
  words: words.unwrap().optional(),
  after: after.optional(),
});

type Running = Pick<Runtime, 'database' | 'events' | 'imports'>;

export const ruleGone = (): AppError => new AppError('notFound', 'There is no such rule.', { messageKey: 'ruleNotFound' });

function orderBehind({ rules }: CategorySet, behind: string | null | undefined, own?: string): string {
  const others = inOrder(rules).filter(({ id }) => id !== own);
  const at = behind === undefined ? others.length - 1 : behind === null ? -1 : others.findIndex(({ id }) => id === behind);
  if (behind && at < 0) throw ruleGone();
  return ordersBetween(others[at]?.order ?? null, others[at + 1]?.order ?? null, 1)[0] ?? 'a0';
}

/** Makes a rule. Throws `notFound` for a category that is not there, and `conflict` when the workspace has its fill. */
export function addRule(
  running: Running,
  actor: Actor,
  workspaceId: string,
  { after: behind, ...rule }: z.output<typeof newRuleSchema>,
  id = newId(),
): Promise<string> {
  return change(running, actor, workspaceId, 'ruleAdded', (set, tree) => {
    if (!tree.find(rule.categoryId)) throw categoryGone();
    if (set.rules.length >= mostRules) {
      throw new AppError('conflict', 'There are too many rules.', { messageKey: 'tooManyRules', values: { max: mostRules } });
    }
    return { change: { newRules: [{ ...rule, id, order: orderBehind(set, behind) }] }, result: id };
  });
}

/** Changes a rule, or when it decides. Throws `notFound` when it is gone, or its new category. */
export function editRule(
  running: Running,
  actor: Actor,
  { id, workspaceId }: { id: string; workspaceId: string },
  { after: behind, ...given }: z.output<typeof ruleChangeSchema>,
): Promise<void> {
  return change(running, actor, workspaceId, 'ruleChanged', (set, tree) => {
    if (!set.rules.some((rule) => rule.id === id)) throw ruleGone();
    if (given.categoryId !== undefined && !tree.find(given.categoryId)) throw categoryGone();
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const order = behind === undefined ? {} : { order: orderBehind(set, behind, id) };
    return { change: { changedRules: [{ id, ...said, ...order }] }, result: undefined };
  });
}

/** Deletes a rule: the answers that it had sorted go where the others put them. Throws `notFound` when it is gone. */
export function removeRule(
  running: Running,
  actor: Actor,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<void> {
  return change(running, actor, workspaceId, 'ruleDeleted', ({ rules }) => {
    if (!rules.some((rule) => rule.id === id)) throw ruleGone();
    return { change: { deletedRules: [id] }, result: undefined };
  });
}
