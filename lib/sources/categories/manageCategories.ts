import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { type CategoryChange, type CategorySet, changeCategories, ordersBetween } from '@/lib/data/evidence/categories';
import { AppError } from '@/lib/errors';
import { longestName, mostAliases, mostCategories, mostLevels } from '@/lib/evidence/categories/category';
import { type CategoryNode, CategoryTree } from '@/lib/evidence/categories/categoryTree';
import { listStarter } from '@/lib/evidence/categories/starterTree';
import { idSchema, newId } from '@/lib/map/id';
import { lineSchema } from '@/lib/maps/lineSchema';
import type { Runtime } from '@/lib/runtime';
import { tellCategories } from './tellCategories';

const name = lineSchema(longestName);
const parentId = idSchema.nullable().describe('The category above; null: none.');
const after = idSchema.nullable().describe('The one of the same place that it is to stand behind; null: first. Absent: last.');
const aliases = z.array(lineSchema(longestName)).max(mostAliases).describe('What files call it besides.');

/** What makes a category. */
export const newCategorySchema = z.strictObject({
  name,
  parentId: parentId.default(null),
  after: after.optional(),
  aliases: aliases.default([]),
});

/** What may be changed of one. What is absent stays. */
export const categoryChangeSchema = z.strictObject({
  name: name.optional(),
  parentId: parentId.optional(),
  after: after.optional(),
  aliases: aliases.optional(),
});

type Running = Pick<Runtime, 'database' | 'events' | 'imports'>;

export const categoryGone = (): AppError =>
  new AppError('notFound', 'There is no such category.', { messageKey: 'categoryNotFound' });

/** The children of a place in the tree, in their order; null for a place that is not there. */
function childrenOf(tree: CategoryTree, parent: string | null): readonly CategoryNode[] {
  if (parent === null) return tree.roots;
  const node = tree.find(parent);
  if (!node) throw categoryGone();
  return node.children;
}

/** A key of order behind a sibling. `behind` undefined: at the end. */
function orderBehind(siblings: readonly { id: string; order: string }[], behind: string | null | undefined): string {
  const at = behind === undefined ? siblings.length - 1 : behind === null ? -1 : siblings.findIndex(({ id }) => id === behind);
  if (behind && at < 0) throw categoryGone();
  const before = siblings[at]?.order ?? null;
  const next = siblings[at + 1]?.order ?? null;
  // Equal keys cannot happen, as all are made under the workspace's lock.
  return ordersBetween(before, next, 1)[0] ?? 'a0';
}

const placed = (nodes: readonly CategoryNode[], without?: string) =>
  nodes.flatMap(({ category: { id, order } }) => (id === without ? [] : [{ id, order }]));

function refuseTwins(siblings: readonly CategoryNode[], given: string, own?: string): void {
  const same = (other: string): boolean => other.toLocaleLowerCase('und') === given.toLocaleLowerCase('und');
  if (!siblings.some(({ category }) => category.id !== own && same(category.name))) return;
  throw new AppError('conflict', 'A category beside it is called so.', { messageKey: 'categoryTwice', values: { name: given } });
}

function refuseFull({ categories }: CategorySet, more: number): void {
  if (categories.filter(({ isDeleted }) => !isDeleted).length + more <= mostCategories) return;
  throw new AppError('conflict', 'There are too many categories.', {
    messageKey: 'tooManyCategories',
    values: { max: mostCategories },
  });
}

const tooDeep = (): AppError =>
  new AppError('conflict', 'The category cannot stand there.', { messageKey: 'categoryTooDeep', values: { max: mostLevels } });

/** Changes a workspace's categories, tells whoever has them open, and has answers sorted anew. */
export async function change<Result>(
  running: Running,
  actor: Actor,
  workspaceId: string,
  what: string,
  decide: (set: CategorySet, tree: CategoryTree) => { change: CategoryChange; result: Result },
): Promise<Result> {
  const entry = { action: 'category.changed', actorId: actorIdOf(actor), detail: { what } } as const;
  const result = await changeCategories(running.database, workspaceId, entry, (set) =>
    decide(set, new CategoryTree(set.categories)),
  );
  await tellCategories(running, workspaceId);
  running.imports.sorting.wake();
  return result;
}

/** Makes a category. Throws `notFound` for a parent that is not there, and `conflict` for a name that one beside it has, too many, or too deep a place. */
export function addCategory(
  running: Running,
  actor: Actor,
  workspaceId: string,
  given: z.output<typeof newCategorySchema>,
  id = newId(),
): Promise<string> {
  return change(running, actor, workspaceId, 'added', (set, tree) => {
    refuseFull(set, 1);
    const siblings = childrenOf(tree, given.parentId);
    if (given.parentId !== null && (tree.find(given.parentId)?.level ?? mostLevels) >= mostLevels) throw tooDeep();
    refuseTwins(siblings, given.name);
    const order = orderBehind(placed(siblings), given.after);
    const { name: called, parentId: parent, aliases: others } = given;
    return { change: { newCategories: [{ id, name: called, parentId: parent, aliases: others, order }] }, result: id };
  });
}

/** Renames or moves a category, or changes what files call it. Throws as `addCategory` does. */
export function editCategory(
  running: Running,
  actor: Actor,
  { id, workspaceId }: { id: string; workspaceId: string },
  given: z.output<typeof categoryChangeSchema>,
): Promise<void> {
  return change(running, actor, workspaceId, 'changed', (_set, tree) => {
    const node = tree.find(id);
    if (!node) throw categoryGone();
    const parent = given.parentId === undefined ? node.category.parentId : given.parentId;
    const isMoved = given.parentId !== undefined || given.after !== undefined;
    if (isMoved && !tree.canStandBelow(id, parent)) {
      if (parent !== null && !tree.find(parent)) throw categoryGone();
      throw tooDeep();
    }
    const siblings = childrenOf(tree, parent !== null && tree.find(parent) ? parent : null);
    if (given.name !== undefined || isMoved) refuseTwins(siblings, given.name ?? node.category.name, id);
    const changed = {
      id,
      ...(given.name === undefined ? {} : { name: given.name }),
      ...(given.aliases === undefined ? {} : { aliases: given.aliases }),
      ...(isMoved ? { parentId: parent, order: orderBehind(placed(siblings, id), given.after) } : {}),
    };
    return { change: { changedCategories: [changed] }, result: undefined };
  });
}

/**
 * Deletes a category with those below it, and their rules. `moveTo`: the category that their answers go to, those assigned by hand as well; null: the rules decide about all of
 * them. Throws `notFound` for one that is not there, and `conflict` when `moveTo` is deleted with it.
 */
export function removeCategory(
  running: Running,
  actor: Actor,
  { id, workspaceId }: { id: string; workspaceId: string },
  moveTo: string | null,
): Promise<void> {
  return change(running, actor, workspaceId, 'deleted', (_set, tree) => {
    const node = tree.find(id);
    if (!node) throw categoryGone();
    const list = ({ category, children }: CategoryNode): string[] => [category.id, ...children.flatMap(list)];
    const ids = list(node);
    if (moveTo !== null && (ids.includes(moveTo) || !tree.find(moveTo))) {
      throw new AppError('conflict', 'Answers cannot go there.', { messageKey: 'categoryMoveToGone' });
    }
    return { change: { deletedCategories: { ids, movedTo: moveTo } }, result: undefined };
  });
}

/** Makes the starter tree of a language, with its rules. Throws `conflict` when the workspace has categories already. */
export function addStarter(running: Running, actor: Actor, workspaceId: string, language: 'de' | 'en'): Promise<void> {
  return change(running, actor, workspaceId, 'starter', (set, tree) => {
    if (tree.roots.length > 0) throw new AppError('conflict', 'There are categories.', { messageKey: 'categoriesThere' });
    const starter = listStarter(language);
    const ids = starter.map(() => newId());
    const orders = ordersBetween(null, null, starter.length);
    const newCategories = starter.map(({ name: called, parent }, index) => ({
      ...{ id: ids[index] ?? newId(), name: called, aliases: [], order: orders[index] ?? 'a0' },
      parentId: parent === null ? null : (ids[parent] ?? null),
    }));
    const withWords = starter
      .map((category, index) => ({ ...category, id: ids[index] ?? '' }))
      .filter(({ any }) => any !== undefined)
      // What is special decides before what is general.
      .toSorted((a, b) => b.level - a.level);
    const last = set.rules.reduce<string | null>((most, { order }) => (most === null || order > most ? order : most), null);
    const places = ordersBetween(last, null, withWords.length);
    const newRules = withWords.map(({ id, any = [], none = [] }, index) => ({
      ...{ id: newId(), categoryId: id, order: places[index] ?? 'a0', any: [...any], none: [...none] },
      words: 'beginning' as const,
    }));
    return { change: { newCategories, newRules }, result: undefined };
  });
}
